package io.github.lambdadb.rule;

import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.Optional;

/**
 * What a rule found.
 *
 * @param location the line a developer would edit
 * @param subject what it is about; with the rule's id it makes the fingerprint
 * @param message one full sentence with the fact, its numbers and names
 * @param certainty a possible match is told one level lower and is never an error
 * @param severities none: the descriptor's; one: the severity of this match, where grades differ
 * @param evidence the path from the entry point to the fact, in order
 * @param remedies what would end it: none, or one
 */
public record Finding(
        Location location,
        Subject subject,
        String message,
        Certainty certainty,
        List<Severity> severities,
        Evidence evidence,
        List<Remedy> remedies) {
    public Finding {
        severities = List.copyOf(severities);
        remedies = List.copyOf(remedies);
    }

    public Finding(Location location, Subject subject, String message, Certainty certainty, Evidence evidence) {
        this(location, subject, message, certainty, List.of(), evidence, List.of());
    }

    public Finding withSeverity(Severity severity) {
        return new Finding(location, subject, message, certainty, List.of(severity), evidence, remedies);
    }

    /** The same, which this would end. */
    public Finding withRemedy(Remedy remedy) {
        return new Finding(location, subject, message, certainty, severities, evidence, List.of(remedy));
    }

    /** The same as it would be if nobody proposed anything. */
    public Finding withoutRemedies() {
        return new Finding(location, subject, message, certainty, severities, evidence, List.of());
    }

    /** The same without what would end it and what proves it. */
    Finding verdict() {
        return new Finding(location, subject, message, certainty, severities, Evidence.none(), List.of());
    }

    public Optional<Severity> severity() {
        return severities.stream().findFirst();
    }
}
