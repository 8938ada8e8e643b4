package io.github.lambdadb.check;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.source.SuppressionMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The wishes of the analysed code that rules be silent. Of foreign files those that have findings are read; the module's own
 * marks are all known, so that those which silence nothing can be told.
 */
final class Suppressions {
    private static final String PREFIX = "lambda-db:";
    /** A text that is meant to be a rule, and no word of an explanation such as {@code lambda-db:allow RULE}. */
    private static final Pattern LIKE_A_RULE = Pattern.compile("[a-z0-9]+|[A-Za-z0-9]+(-[A-Za-z0-9]+)+");

    private final Function<String, List<SuppressionMark>> reader;
    private final List<SuppressionMark> own;
    private final Map<String, List<SuppressionMark>> marks = new HashMap<>();
    private final Set<SuppressionMark> used = new HashSet<>();

    Suppressions(Function<String, List<SuppressionMark>> reader, List<SuppressionMark> own) {
        this.reader = reader;
        this.own = List.copyOf(own);
    }

    static Suppressions none() {
        return new Suppressions(file -> List.of(), List.of());
    }

    Status statusOf(String rule, Location location) {
        List<SuppressionMark> silencing = marks(location.file()).stream()
                .filter(Suppressions::isHonoured)
                .filter(mark -> idOf(mark).equals(rule)
                        && mark.firstLine() <= location.line()
                        && location.line() <= mark.lastLine())
                .toList();
        used.addAll(silencing);
        return silencing.isEmpty()
                ? new Status.Open()
                : new Status.Suppressed("inSource", silencing.get(0).reason());
    }

    /** Marks for a rule that runs which are not honoured, since they give no reason. */
    List<Gap> ignored(RuleSet rules) {
        Set<SuppressionMark> read = new LinkedHashSet<>(own);
        marks.values().forEach(read::addAll);
        List<Gap> gaps = new ArrayList<>();
        read.stream()
                .filter(mark -> !isHonoured(mark) && rules.runs(idOf(mark)))
                .forEach(mark -> gaps.add(new Gap(
                        Gap.Kind.IGNORED_SUPPRESSION,
                        mark.location(),
                        "the suppression of '%s' gives no reason and is not honoured; write 'lambda-db:allow %s -- reason'"
                                .formatted(idOf(mark), idOf(mark)))));
        return gaps;
    }

    /** The module's own marks that name no rule at all. */
    List<Finding> misspelt(RuleSet rules) {
        List<String> installed = rules.installedIds();
        return own.stream()
                .filter(mark -> !installed.contains(idOf(mark)) && isMeant(mark))
                .map(mark -> UnusedSuppression.namesNoRule(mark, installed))
                .toList();
    }

    /** The module's own marks, of the rules that are asked for and ran, that have silenced nothing yet. */
    List<Finding> unused(RuleSet rules, Predicate<String> asked) {
        return own.stream()
                .filter(mark -> isHonoured(mark) && !used.contains(mark))
                .filter(mark -> asked.test(idOf(mark)) && rules.runs(idOf(mark)))
                .map(UnusedSuppression::silencesNothing)
                .toList();
    }

    private List<SuppressionMark> marks(String file) {
        return marks.computeIfAbsent(file, reader);
    }

    private static boolean isHonoured(SuppressionMark mark) {
        return mark.form() == SuppressionMark.Form.ANNOTATION || !mark.reason().isBlank();
    }

    /** Whether the text is a suppression at all, and no sentence about them. */
    private static boolean isMeant(SuppressionMark mark) {
        boolean isSentence = mark.reason().isBlank() && mark.rule().contains(" ");
        return !isSentence && LIKE_A_RULE.matcher(idOf(mark)).matches();
    }

    /** The rule that a mark names: its first word. */
    static String idOf(SuppressionMark mark) {
        String word = mark.rule().split("\\s+", 2)[0];
        return word.startsWith(PREFIX) ? word.substring(PREFIX.length()) : word;
    }
}
