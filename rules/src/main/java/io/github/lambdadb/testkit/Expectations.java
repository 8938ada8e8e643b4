package io.github.lambdadb.testkit;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the comments of a fixture claim, to be held against a report. */
public final class Expectations {

    private final List<Mark> marks;

    private Expectations(List<Mark> marks) {
        this.marks = List.copyOf(marks);
    }

    /** Reads the marks of a fixture; one that cannot be read is an {@link IllegalArgumentException} with its place. */
    public static Expectations of(Fixture fixture) {
        return new Expectations(Marks.in(fixture));
    }

    /** The rules that the marks speak of. */
    public Set<String> rules() {
        return marks.stream()
                .filter(mark -> mark.kind() != Mark.Kind.EXPECT_FACT)
                .map(Mark::subject)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where the report and the marks differ, one sentence each; findings of rules not among {@code judged} do not count. */
    public List<String> differences(CheckReport report, Set<String> judged) {
        List<Issue> open = new ArrayList<>(report.issues().stream()
                .filter(issue -> issue.isOpen() && judged.contains(issue.rule().id()))
                .toList());
        List<String> differences = new ArrayList<>();
        for (Mark mark : marks) {
            difference(mark, open, report).forEach(differences::add);
        }
        open.forEach(issue -> differences.add("Unexpected: " + describe(issue)));
        report.failures()
                .forEach(failure -> differences.add("Rule threw: " + failure.rule() + ": " + failure.reason()));
        return differences;
    }

    /** Takes the issue that a mark accounts for out of {@code open}. */
    private static Stream<String> difference(Mark mark, List<Issue> open, CheckReport report) {
        return switch (mark.kind()) {
            case EXPECT -> take(mark, open) ? Stream.empty() : Stream.of("Not found: " + mark + nearby(mark, report));
            case EXPECT_SPURIOUS -> take(mark, open) ? Stream.empty() : Stream.of("Mended, remove the mark: " + mark);
            case EXPECT_MISSING -> take(mark, open) ? Stream.of("Mended, make it 'expect': " + mark) : Stream.empty();
            case EXPECT_STEP -> passesThrough(mark, report) ? Stream.empty() : Stream.of("No such step: " + mark);
            case EXPECT_FACT -> factDifference(mark, report.facts());
        };
    }

    private static boolean take(Mark mark, List<Issue> open) {
        return open.stream()
                .filter(issue -> issue.rule().id().equals(mark.subject())
                        && isAt(mark, issue.finding().location())
                        && issue.finding().message().contains(mark.text())
                        && (mark.detail().isEmpty() || issue.severity().level().equals(mark.detail())))
                .findFirst()
                .map(open::remove)
                .orElse(false);
    }

    private static boolean passesThrough(Mark mark, CheckReport report) {
        return report.issues().stream()
                .filter(issue -> issue.rule().id().equals(mark.subject()))
                .flatMap(issue -> issue.finding().evidence().steps().stream())
                .anyMatch(step -> isAt(mark, step.location()) && step.text().contains(mark.text()));
    }

    private static Stream<String> factDifference(Mark mark, Facts facts) {
        List<String> believed = Beliefs.at(mark, facts);
        boolean holds = believed.stream().anyMatch(belief -> Beliefs.satisfies(belief, mark));
        return holds ? Stream.empty() : Stream.of("Not believed: " + mark + "; believed there: " + believed);
    }

    private static String nearby(Mark mark, CheckReport report) {
        String found = report.issues().stream()
                .filter(issue -> issue.rule().id().equals(mark.subject()))
                .map(Expectations::describe)
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? "" : "; the rule found: " + found;
    }

    static boolean isAt(Mark mark, Location location) {
        return location.file().equals(mark.file()) && location.line() == mark.line();
    }

    private static String describe(Issue issue) {
        return "%s %s %s: %s"
                .formatted(
                        issue.finding().location(),
                        issue.severity().level(),
                        issue.rule().id(),
                        issue.finding().message());
    }
}
