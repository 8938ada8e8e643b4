package io.github.lambdadb.rules.identification;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.ProgramName;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reports names of sessions that do not tell which function holds them. */
@AutoService(Rule.class)
public final class ProgramNameNotTheFunction implements Rule {

    private static final int LONGEST = 63;

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "program-name-not-the-function",
            "Name of the sessions does not tell which function holds them",
            Category.IDENTIFICATION,
            Severity.NOTE,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return Stream.concat(
                shared(facts),
                EachSource.judge(
                        facts.sources().stream().filter(ProgramNameNotTheFunction::isNamed),
                        source -> Stream.concat(tooLong(source).stream(), notShown(source))));
    }

    private static boolean isNamed(ConnectionSource source) {
        return source.programName().state() == ProgramName.State.SET && source.hasServerSessions();
    }

    /** Of what does not depend on the function. */
    private static Optional<String> constant(ConnectionSource source) {
        String name = source.programName().detail();
        return isNamed(source) && !name.isBlank() && !name.contains("${") ? Optional.of(name) : Optional.empty();
    }

    /** One constant in several functions, whose sessions look alike. */
    private static Stream<Finding> shared(Facts facts) {
        Map<String, List<ConnectionSource>> byName = new TreeMap<>();
        facts.sources()
                .forEach(source -> constant(source)
                        .ifPresent(name -> byName.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(source)));
        return byName.entrySet().stream().flatMap(entry -> {
            List<LambdaFunction> functions = entry.getValue().stream()
                    .flatMap(source -> source.functions().stream())
                    .distinct()
                    .toList();
            ConnectionSource first = entry.getValue().get(0);
            return functions.size() < 2
                    ? Stream.empty()
                    : Stream.of(finding(
                            first,
                            "%s carries a name that %d functions share (%s)."
                                    .formatted(first.reachedBy(functions).title(), functions.size(), entry.getKey())));
        });
    }

    /** PostgreSQL keeps 63 bytes of an application_name (15.18, ran). */
    private static Optional<Finding> tooLong(ConnectionSource source) {
        boolean cuts = source.urls().candidates().stream()
                .anyMatch(url -> url.value().driver().equals("postgresql"));
        return constant(source)
                .filter(name -> cuts && bytes(name) > LONGEST)
                .map(name -> finding(
                        source,
                        "%s carries a name of %d bytes, of which PostgreSQL keeps %d."
                                .formatted(source.title(), bytes(name), LONGEST)));
    }

    /** In UTF-8. */
    private static int bytes(String text) {
        return text.codePoints()
                .map(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
                .sum();
    }

    /** MySQL shows connection attributes only with performance_schema. */
    private static Stream<Finding> notShown(ConnectionSource source) {
        return source.endpoints().stream()
                .filter(endpoint -> endpoint.certainty() == Certainty.DEFINITE)
                .flatMap(endpoint -> endpoint.databases().stream())
                .flatMap(database -> database.parameter("performance_schema").stream()
                        .flatMap(value -> value.matching(text -> text.strip().equals("0")).stream())
                        .map(match -> new Finding(
                                match.evidence().origin().orElse(source.site()),
                                source.subject(),
                                "%s carries a name that '%s' does not show, since performance_schema is 0."
                                        .formatted(source.title(), database.id()),
                                match.certainty(),
                                source.path().then(match.evidence()))))
                .limit(1);
    }

    private static Finding finding(ConnectionSource source, String message) {
        return new Finding(
                source.programName().evidence().origin().orElse(source.site()),
                source.subject(),
                message,
                Certainty.DEFINITE,
                source.path().then(source.programName().evidence()));
    }
}
