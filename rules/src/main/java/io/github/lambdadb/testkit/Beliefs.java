package io.github.lambdadb.testkit;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the analysis believes about a line, in the words of {@code expect-fact}: {@code maximum-size=10 origin=DEFAULT}. */
final class Beliefs {

    private Beliefs() {}

    /** Beliefs about the property that the mark names: of the sources created on its line, and of settings set there. */
    static List<String> at(Mark mark, Facts facts) {
        List<String> beliefs = new ArrayList<>();
        for (ConnectionSource source : facts.sources()) {
            boolean createdHere = Expectations.isAt(mark, source.site());
            if (createdHere) {
                of(source, mark.subject()).forEach(beliefs::add);
            }
            source.settings().entrySet().stream()
                    .filter(entry -> name(entry.getKey()).equals(mark.subject())
                            && (createdHere || isSetAt(mark, entry.getValue())))
                    .map(entry -> text(entry.getValue()))
                    .forEach(beliefs::add);
        }
        return beliefs.stream().distinct().sorted().toList();
    }

    static boolean satisfies(String belief, Mark mark) {
        String value = mark.subject() + "=" + mark.detail();
        return mark.text().isEmpty()
                ? belief.equals(value) || belief.startsWith(value + " origin=")
                : belief.equals(value + " origin=" + mark.text());
    }

    private static Stream<String> of(ConnectionSource source, String subject) {
        Stream<String> values = switch (subject) {
            case "kind" -> Stream.of(source.kind().name());
            case "lifetime" -> Stream.of(source.lifetime().name());
            case "product" -> Stream.of(source.product());
            case "functions" -> Stream.of(source.functionNames());
            case "renewal" -> Stream.of(source.renewal().kind().name());
            case "name-state" -> Stream.of(source.programName().state().name());
            case "login-bound" -> Stream.of(source.loginBound().state().name());
            case "unguarded-calls" ->
                Stream.of(Integer.toString(source.unguardedCalls().size()));
            case "jdbc-url" -> Stream.of(candidates(source.urls().map(url -> Optional.of(url.text()))));
            case "driver" ->
                source.urls().candidates().stream().map(Value.Known::value).map(JdbcUrl::driver);
            case "idle-story" ->
                source.idleTimeoutStories().stream()
                        .map(IdleTimeoutStory::grade)
                        .map(Enum::name);
            default -> Stream.empty();
        };
        return values.map(value -> subject + "=" + value);
    }

    private static boolean isSetAt(Mark mark, Setting setting) {
        return setting.value().candidates().stream()
                .flatMap(known -> known.evidence().origin().stream())
                .anyMatch(location -> Expectations.isAt(mark, location));
    }

    private static String text(Setting setting) {
        return "%s=%s origin=%s".formatted(name(setting.property()), candidates(setting.value()), setting.origin());
    }

    /** {@code a}, {@code a|b} when it is one of several, {@code a|?} when there may be others, {@code ?} when unknown. */
    private static String candidates(Value<String> value) {
        return Stream.concat(
                        value.candidates().stream().map(Value.Known::value),
                        value.isComplete() ? Stream.empty() : Stream.of("?"))
                .collect(Collectors.joining("|"));
    }

    private static String name(Property property) {
        return property.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
