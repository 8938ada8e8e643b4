package io.github.lambdadb.rules.timeouts;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Option;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Match;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reports waits for a database that are longer than the invocation lasts. */
@AutoService(Rule.class)
public final class TimeoutExceedsFunction implements Rule {

    private static final Option<Integer> MARGIN = new Option<>(
            "margin",
            500,
            "Milliseconds before the end of an invocation that a wait has to end, to tell what went wrong.");

    private static final Option<Integer> ASSUMED = new Option<>(
            "assumed-timeout",
            0,
            "Seconds that a function which no template deploys is assumed to have; 0 leaves such functions out.");

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "timeout-exceeds-function",
            "A wait for the database is longer than the invocation lasts",
            Category.TIMEOUTS,
            Severity.WARNING,
            "1.0",
            List.of(MARGIN, ASSUMED));

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** One wait of one source that one function outlasts not. */
    private record Excess(
            ConnectionSource source, LambdaFunction function, Setting limit, Match<Duration> match, Deadline end) {
        boolean isEndless() {
            return match.value().isZero();
        }

        boolean isSure() {
            return match.certainty() == Certainty.DEFINITE && end.isSure();
        }
    }

    private static final Comparator<Excess> WORST_FIRST = Comparator.comparing(
                    Excess::isEndless, Comparator.reverseOrder())
            .thenComparing(Excess::isSure, Comparator.reverseOrder())
            .thenComparing(excess -> excess.match().value(), Comparator.reverseOrder())
            .thenComparing(excess -> excess.end().after())
            .thenComparing(excess -> excess.function().name());

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        Map<List<Object>, List<Excess>> bySource = new LinkedHashMap<>();
        facts.sources().stream()
                .filter(ConnectionSource::reachesAServer)
                .flatMap(source -> excesses(source, options))
                .forEach(excess -> bySource.computeIfAbsent(
                                List.of(excess.source().site(), excess.source().subject()), key -> new ArrayList<>())
                        .add(excess));
        return bySource.values().stream().map(TimeoutExceedsFunction::finding);
    }

    private static Stream<Excess> excesses(ConnectionSource source, Options options) {
        Duration margin = Duration.ofMillis(options.get(MARGIN));
        return source.functions().stream()
                .flatMap(function -> Deadline.of(function, margin, options.get(ASSUMED)).stream()
                        .flatMap(end -> Waits.of(source)
                                .flatMap(wait -> wait
                                        .duration()
                                        .matching(duration -> duration.isZero() || duration.compareTo(end.after()) >= 0)
                                        .stream()
                                        .map(match -> new Excess(source, function, wait, match, end)))));
    }

    private static Finding finding(List<Excess> all) {
        Excess worst = all.stream().min(WORST_FIRST).orElseThrow();
        List<LambdaFunction> functions = all.stream()
                .map(Excess::function)
                .distinct()
                .sorted(Comparator.comparing(LambdaFunction::handler).thenComparing(LambdaFunction::name))
                .toList();
        ConnectionSource source = worst.source().reachedBy(functions);
        Setting wait = worst.limit();
        String howLong = worst.isEndless() ? "for ever" : shown(worst.match().value());
        String message = "%s %s (%s), and %s%s."
                .formatted(
                        source.title(),
                        Waits.clause(wait.property(), worst.isSure(), howLong),
                        origin(source, wait),
                        worst.end().text(),
                        functions.size() > 1 ? " ('" + worst.function().name() + "')" : "");
        return new Finding(
                wait.isSet() ? worst.match().evidence().origin().orElse(source.site()) : source.site(),
                source.subject(),
                message,
                worst.isSure() ? Certainty.DEFINITE : Certainty.POSSIBLE,
                source.path().then(worst.match().evidence()).then(worst.end().evidence()));
    }

    private static String origin(ConnectionSource source, Setting wait) {
        return wait.isSet()
                ? wait.key() + " is set"
                : "default of %s; nothing sets %s".formatted(library(source, wait), wait.key());
    }

    /** The driver decides how long its own waits are, whatever pool is in front of it. */
    private static String library(ConnectionSource source, Setting wait) {
        boolean ofPool = wait.property() == Property.CONNECTION_TIMEOUT;
        return ofPool || source.loginBound().driver().isEmpty()
                ? source.library()
                : source.loginBound().driver();
    }

    private static String shown(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
