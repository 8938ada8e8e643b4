package io.github.lambdadb.rules.pooling;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.SameDatabase;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports several pools of one function to the same database. */
@AutoService(Rule.class)
public final class ManyPools implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "many-pools",
            "Several pools of a function lead to the same database",
            Category.POOLING,
            Severity.WARNING,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        Map<List<Object>, List<ConnectionSource>> groups = new LinkedHashMap<>();
        for (ConnectionSource source : facts.sources()) {
            boolean isKept = source.lifetime() == Lifetime.ENVIRONMENT && source.hasServerSessions();
            if (isKept && source.kind() == ConnectionSource.Kind.POOL) {
                SameDatabase.of(source)
                        .ifPresent(database -> source.functions()
                                .forEach(function -> groups.computeIfAbsent(
                                                List.of(function, database), key -> new ArrayList<>())
                                        .add(source)));
            }
        }
        return groups.values().stream()
                .map(pools -> pools.stream()
                        .collect(Collectors.toMap(
                                ConnectionSource::site, pool -> pool, (one, other) -> one, LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList())
                .filter(pools -> pools.size() > 1)
                .map(ManyPools::finding)
                .collect(Collectors.toMap(
                        finding -> List.of(finding.location(), finding.subject()),
                        finding -> finding,
                        (one, other) -> one,
                        LinkedHashMap::new))
                .values()
                .stream();
    }

    private static Finding finding(List<ConnectionSource> pools) {
        ConnectionSource first = pools.get(0);
        ConnectionSource second = pools.get(1);
        boolean sameUrl = !first.urls().candidates().isEmpty()
                && SameDatabase.url(first).equals(SameDatabase.url(second))
                && user(first).equals(user(second));
        String message = "%s is one of %d pools to the same database; the first is made at %s%s."
                .formatted(second.title(), pools.size(), first.site(), sameUrl ? " with the same URL and user" : "");
        Evidence others = pools.stream()
                .filter(pool -> !pool.equals(second))
                .map(pool -> Evidence.of(pool.site(), "makes another pool to the same database"))
                .reduce(Evidence.none(), Evidence::then);
        return new Finding(second.site(), second.subject(), message, Certainty.DEFINITE, others.then(second.path()));
    }

    private static String user(ConnectionSource source) {
        return source.setting(Property.USER)
                .map(setting -> setting.value().candidates().stream()
                        .map(known -> known.value())
                        .toList()
                        .toString())
                .orElse("");
    }
}
