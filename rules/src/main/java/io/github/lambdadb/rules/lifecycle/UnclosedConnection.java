package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.Opening.Kind;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** Reports connections and sessions that an invocation opens or borrows and does not give back on every path. */
@AutoService(Rule.class)
public final class UnclosedConnection implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "unclosed-connection",
            "Connection is not closed on every path",
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
        return facts.openings().stream()
                .filter(opening -> opening.kind() != Kind.POOL && opening.leaks())
                .map(UnclosedConnection::finding);
    }

    private static Finding finding(Opening opening) {
        return new Finding(
                opening.site(),
                opening.subject(),
                "The %s '%s' that %s opens in each invocation is %s%s."
                        .formatted(
                                opening.noun(),
                                opening.subject().name(),
                                opening.functionNames(),
                                ending(opening),
                                consequence(opening)),
                Certainty.DEFINITE,
                opening.path().then(opening.way()));
    }

    private static String ending(Opening opening) {
        return switch (opening.release()) {
            case NEVER -> "never closed";
            case NOT_ON_FAILURE -> "not closed when a call before its close fails" + Ways.where(opening);
            default -> "not closed on some path to the end of the invocation";
        };
    }

    private static String consequence(Opening opening) {
        boolean last = opening.kind() == Kind.LOAN && opening.lenderSizes().contains(1);
        return last ? "; the pool has no other, so the next invocation waits for it in vain" : "";
    }
}
