package io.github.lambdadb.rules.identification;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Change;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Remedy;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports connections whose sessions the server cannot attribute to a function. */
@AutoService(Rule.class)
public final class MissingProgramName implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "missing-program-name",
            "Sessions do not carry the name of the program that opened them",
            Category.IDENTIFICATION,
            Severity.WARNING,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return EachSource.judge(facts.sources().stream(), source -> check(source).stream());
    }

    private static Optional<Finding> check(ConnectionSource source) {
        String key = source.programName().detail();
        return switch (source.programName().state()) {
            case SET, EXEMPT -> Optional.empty();
            case ABSENT -> told(source, Certainty.DEFINITE, "nothing sets " + key);
            case MISSPELLED -> told(source, Certainty.DEFINITE, "'" + key + "' is set, which the driver does not read");
            case SOMETIMES -> told(source, Certainty.POSSIBLE, "for some values of the URL nothing sets " + key);
            case NOT_SEEN ->
                told(source, Certainty.POSSIBLE, "nothing that was seen names them, and the URL is not known")
                        .filter(finding -> isUrlUnknown(source));
        };
    }

    private static boolean isUrlUnknown(ConnectionSource source) {
        return source.urls().candidates().stream()
                .allMatch(url -> url.value().driver().isEmpty());
    }

    private static Optional<Finding> told(ConnectionSource source, Certainty certainty, String reason) {
        return Optional.of(new Finding(
                        source.site(),
                        source.subject(),
                        "Sessions of %s are anonymous: %s.".formatted(source.functionNames(), reason),
                        certainty,
                        source.path().then(source.programName().evidence()))
                .withRemedy(new Remedy(
                        Grade.SAFE, "name the sessions after the function", new Change.NameSessions(source))));
    }
}
