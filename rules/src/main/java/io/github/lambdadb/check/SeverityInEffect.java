package io.github.lambdadb.check;

import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/**
 * How severe an issue is: the severity the user gave to the rule, or the rule's own; moved by as many levels as this finding
 * differs from the rule's own; one level lower, and never an error, when the match is only possible. The
 * preset {@code strict} makes warnings of the notes that come of it.
 */
final class SeverityInEffect {
    private static final List<Severity> LEVELS = List.of(Severity.values());

    private SeverityInEffect() {}

    static Severity of(Finding finding, RuleSet.Active rule) {
        Severity usual = rule.descriptor().severity();
        int shift = LEVELS.indexOf(finding.severity().orElse(usual)) - LEVELS.indexOf(usual);
        int level = Math.max(0, Math.min(LEVELS.size() - 1, LEVELS.indexOf(rule.severity()) + shift));
        Severity definite = LEVELS.get(level);
        Severity severity = finding.certainty() == Certainty.POSSIBLE ? definite.lowered() : definite;
        return rule.raisesNotes() && severity == Severity.NOTE ? Severity.WARNING : severity;
    }
}
