package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Durations and units of time. */
final class DurationCalls {
    private static final String UNIT = "java.util.concurrent.TimeUnit";

    private DurationCalls() {}

    /** {@code Duration.ofSeconds(90)}, {@code Duration.parse("PT90S")}. */
    static Term create(String name, Term argument) {
        return Join.map(argument, one -> made(name, one));
    }

    private static Term made(String name, Term term) {
        Optional<Duration> duration = name.equals("parse")
                ? Texts.exact(term).flatMap(DurationCalls::parsed)
                : number(term).flatMap(amount -> of(name, amount));
        return known(duration, term.why());
    }

    private static Term known(Optional<Duration> duration, Evidence evidence) {
        return duration.<Term>map(value -> new Term.Constant(value, evidence))
                .orElse(new Term.Opaque(TypeName.of("java.time.Duration"), "a duration that is not known"));
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // the program, too, will not read it
        }
    }

    private static Optional<Long> number(Term term) {
        return term instanceof Term.Constant constant && constant.value() instanceof Number number
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    private static Optional<Duration> of(String name, long amount) {
        return switch (name) {
            case "ofMillis" -> Optional.of(Duration.ofMillis(amount));
            case "ofSeconds" -> Optional.of(Duration.ofSeconds(amount));
            case "ofMinutes" -> Optional.of(Duration.ofMinutes(amount));
            case "ofHours" -> Optional.of(Duration.ofHours(amount));
            case "ofDays" -> Optional.of(Duration.ofDays(amount));
            default -> Optional.empty();
        };
    }

    static Optional<Term> call(Duration duration, Term.Constant receiver, String name, List<Term> arguments) {
        Evidence evidence = receiver.evidence();
        return switch (name) {
            case "toMillis" -> Optional.of(new Term.Constant(duration.toMillis(), evidence));
            case "getSeconds", "toSeconds" -> Optional.of(new Term.Constant(duration.toSeconds(), evidence));
            case "toMinutes" -> Optional.of(new Term.Constant(duration.toMinutes(), evidence));
            case "plus", "plusMillis", "plusSeconds", "plusMinutes", "plusHours", "multipliedBy" ->
                arguments.size() == 1
                        ? Optional.of(Join.map(arguments.get(0), one -> changed(duration, evidence, name, one)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Term changed(Duration duration, Evidence evidence, String name, Term argument) {
        if (name.equals("multipliedBy")) {
            return known(number(argument).map(duration::multipliedBy), evidence.then(argument.why()));
        }
        Optional<Duration> more = argument instanceof Term.Constant constant && constant.value() instanceof Duration one
                ? Optional.of(one)
                : number(argument).flatMap(amount -> of(name.replace("plus", "of"), amount));
        return known(more.map(duration::plus), evidence.then(argument.why()));
    }

    /** {@code TimeUnit.SECONDS.toMillis(90)}, {@code TimeUnit.MILLISECONDS.convert(90, TimeUnit.SECONDS)}. */
    static Optional<Term> onUnit(EnumConstant constant, String name, List<Term> arguments) {
        Optional<Long> amount = arguments.isEmpty() ? Optional.empty() : number(arguments.get(0));
        if (!constant.type().equals(UNIT) || amount.isEmpty()) {
            return Optional.empty();
        }
        TimeUnit unit = TimeUnit.valueOf(constant.name());
        Optional<Long> converted = switch (name) {
            case "toMillis" -> Optional.of(unit.toMillis(amount.get()));
            case "toSeconds" -> Optional.of(unit.toSeconds(amount.get()));
            case "toMinutes" -> Optional.of(unit.toMinutes(amount.get()));
            case "convert" ->
                arguments.size() == 2
                        ? unit(arguments.get(1)).map(from -> unit.convert(amount.get(), from))
                        : Optional.empty();
            default -> Optional.empty();
        };
        return converted.map(value -> new Term.Constant(value, arguments.get(0).why()));
    }

    private static Optional<TimeUnit> unit(Term term) {
        return term instanceof Term.Constant constant
                        && constant.value() instanceof EnumConstant named
                        && named.type().equals(UNIT)
                ? Optional.of(TimeUnit.valueOf(named.name()))
                : Optional.empty();
    }
}
