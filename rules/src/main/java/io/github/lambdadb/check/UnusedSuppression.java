package io.github.lambdadb.check;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.SuppressionMark;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports suppressions that silence nothing. It is asked after all other rules, since only their findings tell; the facts
 * alone say nothing about it.
 */
final class UnusedSuppression implements Rule {
    static final String ID = "unused-suppression";

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            ID, "Suppression silences nothing", Category.SUPPRESSION, Severity.NOTE, "1.0", List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return Stream.empty();
    }

    static Finding silencesNothing(SuppressionMark mark) {
        return finding(mark, "The suppression of '" + Suppressions.idOf(mark) + "' silences nothing.");
    }

    static Finding silencesNothing(FileSuppression suppression) {
        String file = suppression.location().file();
        return new Finding(
                suppression.location(),
                new Subject(file, suppression.path(), suppression.rule()),
                "The suppression of '" + suppression.rule() + "' in '" + suppression.path() + "' silences nothing.",
                Certainty.DEFINITE,
                Evidence.none());
    }

    static Finding namesNoRule(SuppressionMark mark, List<String> installed) {
        String id = Suppressions.idOf(mark);
        return finding(
                mark, "The suppression names '" + id + "', which is no rule" + Spelling.suggestion(id, installed));
    }

    private static Finding finding(SuppressionMark mark, String message) {
        return new Finding(
                mark.location(),
                new Subject(mark.location().file(), "", Suppressions.idOf(mark)),
                message,
                Certainty.DEFINITE,
                Evidence.none());
    }
}
