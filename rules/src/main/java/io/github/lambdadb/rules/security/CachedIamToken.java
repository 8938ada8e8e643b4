package io.github.lambdadb.rules.security;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.GivenCredential;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Reports IAM tokens that open sessions when they have expired. */
@AutoService(Rule.class)
public final class CachedIamToken implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "cached-iam-token",
            "IAM token is used for sessions that are opened when it has expired",
            Category.SECURITY,
            Severity.ERROR,
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
                source -> GivenOnce.of(source, GivenCredential.Kind.TOKEN).map(CachedIamToken::finding));
    }

    private static Finding finding(GivenOnce given) {
        GivenCredential token = given.credential();
        return new Finding(
                given.sink(),
                given.source().subject(),
                "%s is given a token that '%s' makes once, at %s, and %s: after 15 minutes the server takes it no more."
                        .formatted(
                                given.source().title(),
                                token.method(),
                                token.producer(),
                                given.opensMore()
                                        ? "logs in with it for every later session"
                                        : "is opened with it in later invocations"),
                token.certainty(),
                token.evidence());
    }
}
