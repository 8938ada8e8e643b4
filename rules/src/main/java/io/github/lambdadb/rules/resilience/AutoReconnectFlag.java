package io.github.lambdadb.rules.resilience;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Change;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Remedy;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reports {@code autoReconnect=true}, which does not save the statement that meets a dead session. */
@AutoService(Rule.class)
public final class AutoReconnectFlag implements Rule {

    private static final Map<String, String> WHAT_HAPPENS = Map.of(
            "mysql",
                    "the first statement on a dead session still fails, and the reconnect drops session state silently",
            "mariadb", "MariaDB Connector/J 3 does not know it, and each statement on a dead session fails");

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "auto-reconnect-flag",
            "autoReconnect does not save the invocation",
            Category.RESILIENCE,
            Severity.WARNING,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return EachSource.judge(
                facts.sources().stream(),
                source ->
                        source
                                .urls()
                                .matching(AutoReconnectFlag::asksForReconnect)
                                .map(match -> finding(source, match))
                                .stream());
    }

    private static boolean asksForReconnect(JdbcUrl url) {
        return WHAT_HAPPENS.containsKey(url.driver())
                && url.properties().entrySet().stream()
                        .anyMatch(property -> property.getKey().equalsIgnoreCase("autoReconnect")
                                && property.getValue().equalsIgnoreCase("true"));
    }

    private static Finding finding(ConnectionSource source, Match<JdbcUrl> match) {
        return new Finding(
                        match.evidence().origin().orElse(source.site()),
                        source.subject(),
                        "%s relies on 'autoReconnect=true': %s."
                                .formatted(
                                        source.title(),
                                        WHAT_HAPPENS.get(match.value().driver())),
                        match.certainty(),
                        source.path().then(match.evidence()))
                .withRemedy(new Remedy(
                        Grade.SAFE,
                        "remove autoReconnect from the URL",
                        new Change.DropDriverProperty(source, "autoReconnect")));
    }
}
