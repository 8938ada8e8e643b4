package io.github.lambdadb.check;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.source.SuppressionMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The wishes of the analysed code that rules be silent; read for the files that have findings, and for no others. */
final class Suppressions {
    private static final String PREFIX = "lambda-db:";

    private final Function<String, List<SuppressionMark>> reader;
    private final Map<String, List<SuppressionMark>> marks = new HashMap<>();

    Suppressions(Function<String, List<SuppressionMark>> reader) {
        this.reader = reader;
    }

    Status statusOf(String rule, Location location) {
        return marks(location.file()).stream()
                .filter(Suppressions::isHonoured)
                .filter(mark -> idOf(mark).equals(rule)
                        && mark.firstLine() <= location.line()
                        && location.line() <= mark.lastLine())
                .findFirst()
                .<Status>map(mark -> new Status.Suppressed("inSource", mark.reason()))
                .orElseGet(Status.Open::new);
    }

    /** Marks for a known rule that are not honoured, since they give no reason. */
    List<Gap> ignored(RuleSet rules) {
        List<Gap> gaps = new ArrayList<>();
        marks.values().stream()
                .flatMap(List::stream)
                .filter(mark -> !isHonoured(mark) && rules.knows(idOf(mark)))
                .forEach(mark -> gaps.add(new Gap(
                        Gap.Kind.IGNORED_SUPPRESSION,
                        mark.location(),
                        "the suppression of '%s' gives no reason and is not honoured; write 'lambda-db:allow %s -- reason'"
                                .formatted(idOf(mark), idOf(mark)))));
        return gaps;
    }

    private List<SuppressionMark> marks(String file) {
        return marks.computeIfAbsent(file, reader);
    }

    private static boolean isHonoured(SuppressionMark mark) {
        return mark.form() == SuppressionMark.Form.ANNOTATION || !mark.reason().isBlank();
    }

    private static String idOf(SuppressionMark mark) {
        return mark.rule().startsWith(PREFIX) ? mark.rule().substring(PREFIX.length()) : mark.rule();
    }
}
