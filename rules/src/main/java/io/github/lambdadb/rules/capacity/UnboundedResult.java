package io.github.lambdadb.rules.capacity;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.WholeRead;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Reports queries that read a table into the memory of an invocation, however large it has grown. */
@AutoService(Rule.class)
public final class UnboundedResult implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "unbounded-result",
            "Invocation reads a whole table into its memory",
            Category.CAPACITY,
            Severity.NOTE,
            "1.0",
            List.of(),
            true);

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return facts.behaviour().wholeReads().stream().map(UnboundedResult::finding);
    }

    private static Finding finding(WholeRead read) {
        return new Finding(
                read.site(),
                read.subject(),
                "'%s' of %s has no condition, no limit and no fetch size: the driver reads all rows before it returns the first."
                        .formatted(read.what(), read.functionNames()),
                read.certainty(),
                read.path());
    }
}
