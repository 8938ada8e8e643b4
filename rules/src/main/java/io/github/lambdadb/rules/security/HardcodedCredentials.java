package io.github.lambdadb.rules.security;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.JdbcUrl;
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
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reports passwords that stand in code, configuration or templates. */
@AutoService(Rule.class)
public final class HardcodedCredentials implements Rule {

    private static final Pattern PARAMETER = Pattern.compile("(?i)[?&;](password|passwd|pwd|pass)=[*]{3}");

    private static final Pattern BODY_END = Pattern.compile("[?;]");

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "hardcoded-credentials",
            "Password of the database stands in the repository",
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
                facts.sources().stream().filter(ConnectionSource::reachesAServer),
                source -> set(source).or(() -> inUrl(source)).stream());
    }

    private static Optional<Finding> set(ConnectionSource source) {
        return source.setting(Property.PASSWORD)
                .flatMap(password -> password.value().matching(Setting.HIDDEN::equals))
                .map(match -> finding(source, match, "stands")
                        .withRemedy(new Remedy(
                                Grade.MANUAL,
                                "read it from the environment; deploy it there, and change it, as the history keeps this one",
                                new Change.TakeFromEnvironment(source, Property.PASSWORD, "DB_PASSWORD"))));
    }

    private static Optional<Finding> inUrl(ConnectionSource source) {
        return source.urls()
                .matching(HardcodedCredentials::holdsPassword)
                .map(match -> finding(source, match, "stands in its JDBC URL"));
    }

    /** In front of its parameters, or as one of them; other parameters are not shown either, to be on the safe side. */
    private static boolean holdsPassword(JdbcUrl url) {
        return PARAMETER.matcher(url.text()).find() || BODY_END.split(url.text(), 2)[0].contains(Setting.HIDDEN);
    }

    private static Finding finding(ConnectionSource source, Match<?> match, String where) {
        return new Finding(
                match.evidence().beginning().orElse(source.site()),
                source.subject(),
                "The password of the %s of %s %s, where everyone can read it who reads the repository."
                        .formatted(source.thing(), source.functionNames(), where),
                match.certainty(),
                source.path().then(match.evidence()));
    }
}
