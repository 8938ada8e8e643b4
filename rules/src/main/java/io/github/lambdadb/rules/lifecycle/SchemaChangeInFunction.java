package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.SchemaChange;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Reports functions that change the schema beside their work. */
@AutoService(Rule.class)
public final class SchemaChangeInFunction implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "schema-change-in-function",
            "Function that serves requests changes the schema",
            Category.LIFECYCLE,
            Severity.WARNING,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return facts.schemaChanges().stream()
                .filter(change -> !change.isOnlyWork() && !isEmbedded(change, facts))
                .map(SchemaChangeInFunction::finding);
    }

    /** A database that runs in the process is made anew with each of them. */
    private static boolean isEmbedded(SchemaChange change, Facts facts) {
        List<ConnectionSource> sources = facts.sources().stream()
                .filter(source -> source.functions().stream().anyMatch(change.functions()::contains))
                .toList();
        return !sources.isEmpty() && sources.stream().noneMatch(ConnectionSource::hasServerSessions);
    }

    private static Finding finding(SchemaChange change) {
        return new Finding(
                change.site(),
                change.subject(),
                "%s changes the schema in %s, which %s else as well: each environment does so, at once with others."
                        .formatted(
                                change.what(),
                                change.functionNames(),
                                change.areSeveral() ? "do something" : "does something"),
                change.certainty(),
                change.path());
    }
}
