package io.github.lambdadb.rules.capacity;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.stream.Stream;

/** Reports pools of several sessions in front of an RDS Proxy. */
@AutoService(Rule.class)
public final class PoolBehindProxy implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "pool-behind-proxy",
            "Pool of several sessions stands in front of an RDS Proxy",
            Category.CAPACITY,
            Severity.NOTE,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return EachSource.judge(
                facts.sources().stream()
                        .filter(source -> source.kind() == ConnectionSource.Kind.POOL
                                && !source.endpoints().isEmpty()
                                && source.endpoints().stream().allMatch(Endpoint::isProxy)),
                pool -> pool
                        .setting(Property.MAXIMUM_SIZE)
                        .filter(size -> size.origin() != Setting.Origin.UNKNOWN)
                        .flatMap(size -> size.number()
                                .matching(number -> number > pool.use().sessionsAtOnce())
                                .map(match -> finding(pool, size, match)))
                        .stream());
    }

    private static Finding finding(ConnectionSource pool, Setting size, Match<Integer> match) {
        return new Finding(
                size.isSet() ? match.evidence().origin().orElse(pool.site()) : pool.site(),
                pool.subject(),
                "%s may open %d sessions to an RDS Proxy, which pools the database's sessions itself; one invocation uses %d."
                        .formatted(pool.title(), match.value(), pool.use().sessionsAtOnce()),
                match.certainty(),
                pool.path().then(match.evidence()).then(pool.endpoints().get(0).evidence()));
    }
}
