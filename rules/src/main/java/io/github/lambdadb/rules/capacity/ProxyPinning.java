package io.github.lambdadb.rules.capacity;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Pinning;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports what binds sessions of an RDS Proxy to single clients. */
@AutoService(Rule.class)
public final class ProxyPinning implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "proxy-pinning",
            "Something binds sessions of the RDS Proxy to single clients",
            Category.CAPACITY,
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
                facts.sources().stream().filter(ConnectionSource::hasServerSessions),
                source -> worst(source).stream().map(pinning -> finding(source, pinning)));
    }

    /** What is documented before what may be so, and what is certain before what is possible. */
    private static Optional<Pinning> worst(ConnectionSource source) {
        return source.use().pinnings().stream()
                .min(Comparator.comparing((Pinning pinning) -> !pinning.isDocumented())
                        .thenComparing(Pinning::certainty)
                        .thenComparing(Pinning::what));
    }

    /** A statement stands where it is run or set, a property where the source is made. */
    private static Location location(ConnectionSource source, Pinning pinning) {
        boolean isOfUrl = source.urls().candidates().stream()
                .anyMatch(url -> url.evidence().equals(pinning.evidence()));
        return isOfUrl ? source.site() : pinning.evidence().origin().orElse(source.site());
    }

    private static Finding finding(ConnectionSource source, Pinning pinning) {
        int others = source.use().pinnings().size() - 1;
        String message = "%s goes through an RDS Proxy, which %s each session to one client: %s%s."
                .formatted(
                        source.title(),
                        pinning.isDocumented() && pinning.certainty() == Certainty.DEFINITE ? "binds" : "may bind",
                        pinning.what(),
                        others == 0 ? "" : others == 1 ? ", and 1 other reason" : ", and " + others + " other reasons");
        Finding finding = new Finding(
                location(source, pinning),
                source.subject(),
                message,
                pinning.certainty(),
                source.path()
                        .then(pinning.evidence())
                        .then(source.endpoints().get(0).evidence()));
        return pinning.isDocumented() ? finding : finding.withSeverity(Severity.NOTE);
    }
}
