package io.github.lambdadb.check;

import io.github.lambdadb.check.FixedFiles.ChangedFile;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.fix.EditedText;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Fix;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tries fixes in a copy of the files, again and again, since some are about the same line. A fix is kept if the same rules
 * then find that its issue is gone, or less severe, and find nothing new; the analysed project itself is only read.
 */
public final class Fixing {
    /** Rounds of checks; what is left after so many needs a person. */
    private static final int MOST_ROUNDS = 100;

    private final CheckRequest request;
    private final WorkingCopy copy;
    private final Grade most;
    private final Map<String, String> before = new TreeMap<>();
    private final List<Issue> fixed = new ArrayList<>();
    private final Map<Identity, Issue> refused = new LinkedHashMap<>();

    private record Identity(String rule, String file, String fingerprint) {
        static Identity of(Issue issue) {
            return new Identity(
                    issue.rule().id(),
                    issue.finding().subject().file(),
                    issue.fingerprint().value());
        }
    }

    private Fixing(CheckRequest request, WorkingCopy copy, Grade most) {
        this.request = request;
        this.copy = copy;
        this.most = most;
    }

    /**
     * What the fixes make of one module.
     *
     * @param report what a check of the request has found
     * @param most the grade up to which fixes are tried; {@link Grade#MANUAL} ones never are
     */
    public static FixedFiles of(CheckRequest request, CheckReport report, Grade most) throws IOException {
        try (WorkingCopy copy = WorkingCopy.create()) {
            Fixing fixing = new Fixing(request.movedTo(copy.folder()), copy, most);
            if (fixing.candidates(report).findAny().isPresent()) {
                copy.take(request.root(), request.module());
            }
            return fixing.run(report);
        }
    }

    private FixedFiles run(CheckReport found) throws IOException {
        CheckReport report = found;
        boolean isOneByOne = false;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Issue> batch = batch(report, isOneByOne);
            if (batch.isEmpty()) {
                break;
            }
            Map<String, String> undo = apply(batch);
            CheckReport after = Checker.check(request);
            if (isBetter(report, after, batch)) {
                fixed.addAll(batch);
                report = after;
            } else {
                restore(undo);
                if (batch.size() == 1) {
                    refused.put(Identity.of(batch.get(0)), batch.get(0));
                }
                isOneByOne = true;
            }
        }
        List<Issue> left = report.issues().stream().filter(Issue::isOpen).toList();
        return new FixedFiles(fixed, List.copyOf(refused.values()), left, files());
    }

    /** Fixes that can be applied at once. */
    private List<Issue> batch(CheckReport report, boolean isOneByOne) {
        List<Issue> batch = new ArrayList<>();
        candidates(report).forEach(issue -> {
            boolean isFull = isOneByOne && !batch.isEmpty();
            if (!isFull && batch.stream().allMatch(each -> areApart(each, issue))) {
                batch.add(issue);
            }
        });
        return batch;
    }

    /**
     * The constants that need a look come before what is safe: the name of the function, which is put together, ends the text
     * of an URL for all others.
     */
    private Stream<Issue> candidates(CheckReport report) {
        return report.issues().stream()
                .filter(issue -> issue.isOpen()
                        && !issue.fixes().isEmpty()
                        && grade(issue).compareTo(most) <= 0
                        && grade(issue) != Grade.MANUAL
                        && !refused.containsKey(Identity.of(issue)))
                .sorted(Comparator.comparing(Fixing::grade).reversed());
    }

    private static Grade grade(Issue issue) {
        return issue.fixes().get(0).grade();
    }

    /** Two issues may have the same fix. */
    private static boolean areApart(Issue one, Issue other) {
        Fix fix = one.fixes().get(0);
        return fix.edits().equals(other.fixes().get(0).edits())
                || EditedText.areApart(fix, other.fixes().get(0));
    }

    /** The texts as they were. */
    private Map<String, String> apply(List<Issue> batch) throws IOException {
        Map<String, Set<TextEdit>> edits = new TreeMap<>();
        batch.stream()
                .flatMap(issue -> issue.fixes().get(0).edits().stream())
                .forEach(edit -> edits.computeIfAbsent(edit.range().file(), file -> new LinkedHashSet<>())
                        .add(edit));
        Map<String, String> undo = new TreeMap<>();
        for (Map.Entry<String, Set<TextEdit>> each : edits.entrySet()) {
            String text = copy.read(each.getKey());
            undo.put(each.getKey(), text);
            before.putIfAbsent(each.getKey(), text);
            copy.write(each.getKey(), EditedText.of(text, each.getValue()));
        }
        return undo;
    }

    private void restore(Map<String, String> undo) throws IOException {
        for (Map.Entry<String, String> each : undo.entrySet()) {
            copy.write(each.getKey(), each.getValue());
        }
    }

    private static boolean isBetter(CheckReport before, CheckReport after, List<Issue> batch) {
        Map<Identity, Severity> now = new LinkedHashMap<>();
        after.issues().forEach(issue -> now.put(Identity.of(issue), issue.severity()));
        Map<Identity, Severity> then = new LinkedHashMap<>();
        before.issues().forEach(issue -> then.put(Identity.of(issue), issue.severity()));
        return batch.stream().allMatch(issue -> isLess(now, issue))
                && then.keySet().containsAll(now.keySet())
                && after.failures().isEmpty()
                && unparsable(after) <= unparsable(before);
    }

    private static boolean isLess(Map<Identity, Severity> now, Issue issue) {
        Severity severity = now.get(Identity.of(issue));
        return severity == null || severity.compareTo(issue.severity()) < 0;
    }

    private static long unparsable(CheckReport report) {
        return report.facts().gaps().stream()
                .filter(gap -> gap.kind() == Gap.Kind.UNPARSABLE_FILE || gap.kind() == Gap.Kind.UNREADABLE_FILE)
                .count();
    }

    private List<ChangedFile> files() throws IOException {
        List<ChangedFile> files = new ArrayList<>();
        for (Map.Entry<String, String> each : before.entrySet()) {
            String after = copy.read(each.getKey());
            if (!after.equals(each.getValue())) {
                files.add(new ChangedFile(each.getKey(), each.getValue(), after));
            }
        }
        return files;
    }
}
