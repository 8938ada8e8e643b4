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
import java.util.stream.Stream;

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
    private final List<FileSuppression> ofFile;
    private final List<FileSuppression> ownOfFile;
    private final Set<FileSuppression> usedOfFile = new HashSet<>();

    /** {@code ofFile} are those that the user keeps outside the code, {@code ownOfFile} those of them for this module alone. */
    Suppressions(
            Function<String, List<SuppressionMark>> reader,
            List<SuppressionMark> own,
            List<FileSuppression> ofFile,
            List<FileSuppression> ownOfFile) {
        this.reader = reader;
        this.own = List.copyOf(own);
        this.ofFile = List.copyOf(ofFile);
        this.ownOfFile = List.copyOf(ownOfFile);
    }

    static Suppressions none() {
        return new Suppressions(file -> List.of(), List.of(), List.of(), List.of());
    }

    Status statusOf(String rule, Location location) {
        // those of the code first: they stand closer, and what they silence needs no other
        List<SuppressionMark> silencing = marks(location.file()).stream()
                .filter(Suppressions::isHonoured)
                .filter(mark -> idOf(mark).equals(rule)
                        && mark.firstLine() <= location.line()
                        && location.line() <= mark.lastLine())
                .toList();
        used.addAll(silencing);
        if (!silencing.isEmpty()) {
            return new Status.Suppressed("inSource", silencing.get(0).reason());
        }
        List<FileSuppression> outside = ofFile.stream()
                .filter(suppression -> suppression.silences(rule, location.file()))
                .toList();
        usedOfFile.addAll(outside);
        return outside.isEmpty()
                ? new Status.Open()
                : new Status.Suppressed("external", outside.get(0).reason());
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
        Predicate<String> ran = asked.and(rules::runs);
        return Stream.concat(
                        own.stream()
                                .filter(mark -> isHonoured(mark) && !used.contains(mark))
                                .filter(mark -> ran.test(idOf(mark)))
                                .map(UnusedSuppression::silencesNothing),
                        ownOfFile.stream()
                                .filter(suppression -> !usedOfFile.contains(suppression))
                                .filter(suppression -> ran.test(suppression.rule()))
                                .map(UnusedSuppression::silencesNothing))
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
