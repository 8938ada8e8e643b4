package io.github.lambdadb.issue;

import io.github.lambdadb.facts.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was found earlier and accepted: by a file that the team keeps, or by being in an earlier state of the sources. */
public record Baseline(List<Entry> entries) {
    /**
     * One finding. File, rule and fingerprint are its identity: the fingerprint alone is the same for the same class in two
     * modules. Member and name are for those who read it.
     */
    public record Entry(String file, String rule, String member, String name, String fingerprint) {
        static Entry of(Issue issue) {
            Subject subject = issue.finding().subject();
            return new Entry(
                    subject.file(),
                    issue.rule().id(),
                    subject.member(),
                    subject.name(),
                    issue.fingerprint().value());
        }

        public boolean isSameAs(Entry other) {
            return fingerprint.equals(other.fingerprint) && rule.equals(other.rule) && file.equals(other.file);
        }
    }

    private record Identity(String file, String rule, String fingerprint) {
        static Identity of(Entry entry) {
            return new Identity(entry.file(), entry.rule(), entry.fingerprint());
        }
    }

    public Baseline {
        entries = List.copyOf(entries);
    }

    /** Every finding that has to be accepted: those that the code itself silences are not among them. */
    public static Baseline of(Collection<Issue> issues) {
        List<Entry> entries = new ArrayList<>();
        Set<Identity> known = new HashSet<>();
        for (Issue issue : issues) {
            Entry entry = Entry.of(issue);
            if (!(issue.status() instanceof Status.Suppressed) && known.add(Identity.of(entry))) {
                entries.add(entry);
            }
        }
        return new Baseline(entries);
    }

    public boolean holds(Issue issue) {
        return holds(Entry.of(issue));
    }

    public boolean holds(Entry entry) {
        return entries.stream().anyMatch(entry::isSameAs);
    }
}
