package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.BackgroundWork;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** Reports database work of other threads that an invocation does not wait for. */
@AutoService(Rule.class)
public final class AsyncAfterReturn implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "async-after-return",
            "Database work goes on when the invocation has returned",
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
        return facts.behaviour().backgroundWorks().stream().map(AsyncAfterReturn::finding);
    }

    private static Finding finding(BackgroundWork work) {
        Finding finding = new Finding(work.start(), work.use().subject(), message(work), work.certainty(), work.path());
        return work.isRepeated() ? finding.withSeverity(Severity.WARNING) : finding;
    }

    private static String message(BackgroundWork work) {
        String what = "'%s' of %s lets another thread ask a database ('%s' at %s)"
                .formatted(
                        work.how(),
                        work.functionNames(),
                        work.use().call(),
                        work.use().location());
        if (work.isRepeated()) {
            return what + " by a clock, which stands while the environment is frozen and fires when it thaws.";
        }
        return work.certainty() == Certainty.DEFINITE
                ? what + ", and nothing waits for it before the invocation returns."
                : what + ", and not every way waits for it before the invocation returns.";
    }
}
