package io.github.lambdadb.rules.timeouts;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LoginBound;
import io.github.lambdadb.facts.LoginBound.State;
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
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports sources whose login nothing ends when the server takes the connection and does not answer. */
@AutoService(Rule.class)
public final class UnboundedConnect implements Rule {

    /** The longest timeout that Lambda offers, by its quotas. */
    private static final Duration MOST = Duration.ofMinutes(15);

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "unbounded-connect",
            "Nothing ends a login that the server does not answer",
            Category.TIMEOUTS,
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
                facts.sources().stream().filter(ConnectionSource::reachesAServer), source -> check(source).stream());
    }

    private static Optional<Finding> check(ConnectionSource source) {
        LoginBound bound = source.loginBound();
        if (bound.state() != State.UNBOUNDED && bound.state() != State.SOMETIMES) {
            return Optional.empty();
        }
        boolean always = bound.state() == State.UNBOUNDED;
        String message =
                "%s %s for ever for a server that takes the connection and does not answer: %s ends a login only by %s, which %s%s."
                        .formatted(
                                source.title(),
                                always ? "waits" : "may wait",
                                bound.driver(),
                                String.join(" or ", bound.reads()),
                                always ? "is not set" : "not all of its URLs set",
                                setInVain(source)
                                        .map(vain -> ", and not by " + vain)
                                        .orElse(""));
        return Optional.of(new Finding(
                        source.site(),
                        source.subject(),
                        message,
                        always ? Certainty.DEFINITE : Certainty.POSSIBLE,
                        source.path().then(url(source)))
                .withRemedy(new Remedy(
                        Grade.REVIEW,
                        "set " + bound.reads().get(0) + " in the URL",
                        new Change.BoundLogin(source, longest(source)))));
    }

    /** How long the shortest of the functions may run. */
    private static Duration longest(ConnectionSource source) {
        return source.functions().stream()
                .flatMap(function -> Deadline.of(function, Duration.ZERO, 0).stream())
                .map(Deadline::after)
                .min(Comparator.naturalOrder())
                .orElse(MOST);
    }

    /** Where the URL comes from, which is where the timeout would stand. */
    private static Evidence url(ConnectionSource source) {
        return source.urls().candidates().stream()
                .findFirst()
                .map(Value.Known::evidence)
                .orElse(Evidence.none());
    }

    /** The timeouts that somebody set and that end something else. */
    private static Optional<String> setInVain(ConnectionSource source) {
        return Stream.of(Property.CONNECTION_TIMEOUT, Property.CONNECT_TIMEOUT)
                .flatMap(property -> source.setting(property).stream())
                .filter(Setting::isSet)
                .filter(setting ->
                        setting.duration().matching(Duration.ZERO::equals).isEmpty())
                .map(Setting::key)
                .findFirst();
    }
}
