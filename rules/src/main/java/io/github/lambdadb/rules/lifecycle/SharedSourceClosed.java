package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.UseAfterClose;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Reports sources that are kept and closed by an invocation, so that the next one finds them closed. */
@AutoService(Rule.class)
public final class SharedSourceClosed implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "shared-source-closed",
            "Invocation closes what later invocations use",
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
        return facts.usesAfterClose().stream().map(SharedSourceClosed::finding);
    }

    private static Finding finding(UseAfterClose found) {
        return new Finding(
                found.close().lastLocation().orElse(found.use().location()),
                found.subject(),
                "The %s '%s' of %s is kept and closed here; the next invocation in the same execution environment uses it closed ('%s' at %s)."
                        .formatted(
                                found.noun(),
                                found.subject().name(),
                                found.functionNames(),
                                found.use().call(),
                                found.use().location()),
                found.certainty(),
                found.close().then(found.use().path()));
    }
}
