package io.github.lambdadb.rules.security;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Encryption;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.GivenCredential;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
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
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Match;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports sources whose sessions may be in plain text, or with whoever answers. */
@AutoService(Rule.class)
public final class UnencryptedConnection implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "unencrypted-connection",
            "Sessions may be in plain text, or with a server that nobody checked",
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
                facts.sources().stream().filter(ConnectionSource::reachesAServer),
                source -> source
                        .setting(Property.ENCRYPTION)
                        .filter(UnencryptedConnection::isKnown)
                        .flatMap(setting -> check(source, setting))
                        .stream());
    }

    /** A default that one version has and another has not accuses nobody whose version is not known. */
    private static boolean isKnown(Setting setting) {
        return setting.isSet()
                || (setting.origin() == Setting.Origin.DEFAULT
                        && setting.value().isComplete()
                        && setting.value().candidates().size() == 1);
    }

    private static Optional<Finding> check(ConnectionSource source, Setting setting) {
        Value<Encryption> encryption = setting.value().map(UnencryptedConnection::encryption);
        return encryption
                .matching(found -> found == Encryption.NONE)
                .map(match -> graver(source, finding(source, setting, match, "are in plain text"))
                        .withRemedy(required(source)))
                .or(() -> encryption
                        .matching(found -> found == Encryption.OPTIONAL)
                        .map(match -> optional(source, setting, match)))
                .or(() -> encryption
                        .matching(found -> found == Encryption.UNVERIFIED)
                        .map(match -> finding(
                                        source,
                                        setting,
                                        match,
                                        "are encrypted with whoever answers, since the server's certificate is not checked")
                                .withSeverity(Severity.NOTE)));
    }

    private static Optional<Encryption> encryption(String name) {
        return Stream.of(Encryption.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static Finding optional(ConnectionSource source, Setting setting, Match<Encryption> match) {
        return source.endpoints().stream().anyMatch(ForcedTls::isAt)
                ? finding(
                                source,
                                setting,
                                match,
                                "are encrypted because the server insists, and its certificate is not checked")
                        .withSeverity(Severity.NOTE)
                : graver(
                                source,
                                finding(
                                        source,
                                        setting,
                                        match,
                                        "are in plain text if the server does not offer encryption"))
                        .withRemedy(required(source));
    }

    private static Remedy required(ConnectionSource source) {
        return new Remedy(Grade.REVIEW, "require encryption in the URL", new Change.Encrypt(source));
    }

    /** An IAM token in plain text is worse than a query: who hears it logs in with it for a quarter of an hour. */
    private static Finding graver(ConnectionSource source, Finding finding) {
        boolean sendsToken = source.use().credentials().stream()
                        .anyMatch(credential -> credential.kind() == GivenCredential.Kind.TOKEN)
                || source.urls().candidates().stream()
                        .anyMatch(url -> url.value()
                                .properties()
                                .getOrDefault("wrapperPlugins", "")
                                .matches("(?i)(.*,)?\\s*iam\\s*(,.*)?"));
        return sendsToken ? finding.withSeverity(Severity.ERROR) : finding;
    }

    private static Finding finding(ConnectionSource source, Setting setting, Match<Encryption> match, String clause) {
        String origin =
                setting.isSet() ? setting.key() + " is set" : "default of the driver; nothing sets " + setting.key();
        return new Finding(
                setting.isSet() ? match.evidence().origin().orElse(source.site()) : source.site(),
                source.subject(),
                "Sessions of the %s of %s %s (%s).".formatted(source.thing(), source.functionNames(), clause, origin),
                match.certainty() == Certainty.DEFINITE ? Certainty.DEFINITE : Certainty.POSSIBLE,
                source.path().then(match.evidence()));
    }
}
