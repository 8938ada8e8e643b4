package io.github.lambdadb.issue;

import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;

/**
 * A finding as the tool tells it: with the severity in effect, a fingerprint that survives edits, and its status.
 *
 * @param fixes the change of the files that ends it: none, or one
 */
public record Issue(
        RuleDescriptor rule,
        Finding finding,
        Severity severity,
        Fingerprint fingerprint,
        Status status,
        List<Fix> fixes) {
    public Issue {
        fixes = List.copyOf(fixes);
    }

    public Issue(RuleDescriptor rule, Finding finding, Severity severity, Fingerprint fingerprint, Status status) {
        this(rule, finding, severity, fingerprint, status, List.of());
    }

    public Issue withFixes(List<Fix> others) {
        return new Issue(rule, finding, severity, fingerprint, status, others);
    }

    public boolean isOpen() {
        return status instanceof Status.Open;
    }

    public Issue withStatus(Status other) {
        return new Issue(rule, finding, severity, fingerprint, other, fixes);
    }
}
