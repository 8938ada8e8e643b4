package io.github.lambdadb.issue;

import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;

/** A finding as the tool tells it: with the severity in effect, a fingerprint that survives edits, and its status. */
public record Issue(RuleDescriptor rule, Finding finding, Severity severity, Fingerprint fingerprint, Status status) {
    public boolean isOpen() {
        return status instanceof Status.Open;
    }

    public Issue withStatus(Status other) {
        return new Issue(rule, finding, severity, fingerprint, other);
    }
}
