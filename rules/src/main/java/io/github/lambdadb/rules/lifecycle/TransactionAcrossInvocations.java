package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.OpenTransaction;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** Reports transactions of kept sessions that some way out of an invocation leaves open. */
@AutoService(Rule.class)
public final class TransactionAcrossInvocations implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "transaction-across-invocations",
            "Invocation ends and leaves a transaction open",
            Category.LIFECYCLE,
            Severity.ERROR,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return facts.behaviour().openTransactions().stream().map(TransactionAcrossInvocations::finding);
    }

    private static Finding finding(OpenTransaction transaction) {
        Finding finding = new Finding(
                transaction.begin(),
                transaction.subject(),
                "The kept %s of %s begins a transaction, and %s: its locks and its snapshot stay while the environment is frozen."
                        .formatted(transaction.session(), transaction.functionNames(), ways(transaction)),
                Certainty.DEFINITE,
                transaction.path());
        return transaction.isBare() ? finding : finding.withSeverity(Severity.WARNING);
    }

    private static String ways(OpenTransaction transaction) {
        return switch (transaction.left()) {
            case ALWAYS -> "no way out of the invocation commits it or rolls it back";
            case ON_SOME_PATH -> "not every way out of the invocation commits it or rolls it back";
            case ON_FAILURE -> "nothing rolls it back if " + failing(transaction.path());
        };
    }

    private static String failing(Evidence path) {
        return path.steps().isEmpty()
                ? "a call fails"
                : "what is at " + path.steps().get(path.steps().size() - 1).location() + " fails";
    }
}
