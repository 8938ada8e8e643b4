package io.github.lambdadb.rules.security;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.GivenCredential;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.RotatedSecret;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports secrets that are read once and used for later logins. */
@AutoService(Rule.class)
public final class CachedSecret implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "cached-secret",
            "Password is read once and used for all later logins",
            Category.SECURITY,
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
                source -> GivenOnce.of(source, GivenCredential.Kind.SECRET)
                        .map(given -> finding(given, rotated(given, facts.deployments()))));
    }

    /** A rotated secret that the template tells the function of. */
    private static Optional<RotatedSecret> rotated(GivenOnce given, Deployments deployments) {
        List<LambdaFunction> functions = given.source().functions();
        return deployments.rotatedSecrets().stream()
                .filter(secret -> functions.stream()
                        .flatMap(function -> function.deployments().stream())
                        .flatMap(deployed -> deployed.environment().values().stream())
                        .flatMap(value -> value.candidates().stream())
                        .anyMatch(known -> known.value().contains("${" + secret.id())))
                .findFirst();
    }

    private static Finding finding(GivenOnce given, Optional<RotatedSecret> rotated) {
        GivenCredential secret = given.credential();
        boolean isInSnapshot = given.source().functions().stream()
                .anyMatch(function -> function.snapshot().isPresent());
        String change = rotated.map(each -> "the secret '%s' is rotated (%s)".formatted(each.id(), each.location()))
                .orElse(
                        isInSnapshot
                                ? "SnapStart keeps it in the snapshot as long as the version lives"
                                : "if it is changed, warm environments go on with the old one");
        Finding finding = new Finding(
                given.sink(),
                given.source().subject(),
                "%s logs in with a password that '%s' reads once, at %s; %s."
                        .formatted(given.source().title(), secret.method(), secret.producer(), change),
                secret.certainty(),
                secret.evidence());
        return rotated.isPresent() || isInSnapshot ? finding : finding.withSeverity(Severity.NOTE);
    }
}
