package io.github.lambdadb.rules.pooling;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Reports settings that a pool replaces, ignores or refuses. */
@AutoService(Rule.class)
public final class IgnoredPoolSetting implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "ignored-pool-setting",
            "Pool does not take a setting as it was set",
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
        return EachSource.judge(
                facts.sources().stream(),
                source -> source.ignoredSettings().stream().map(ignored -> finding(source, ignored)));
    }

    private static Finding finding(ConnectionSource source, IgnoredSetting ignored) {
        return new Finding(
                ignored.evidence().origin().orElse(source.site()),
                new Subject(
                        source.subject().file(),
                        source.subject().member(),
                        source.subject().name() + "." + ignored.key()),
                "%s sets %s%s, %s: %s."
                        .formatted(source.title(), ignored.key(), value(ignored), fate(ignored), ignored.reason()),
                ignored.certainty(),
                source.path().then(ignored.evidence()));
    }

    private static String value(IgnoredSetting ignored) {
        return ignored.set().isEmpty() ? "" : " to " + ignored.set();
    }

    private static String fate(IgnoredSetting ignored) {
        return switch (ignored.fate()) {
            case REPLACED -> "and " + ignored.inForce() + " is in force";
            case NO_EFFECT -> "which has no effect";
            case REFUSED -> "which is refused";
        };
    }
}
