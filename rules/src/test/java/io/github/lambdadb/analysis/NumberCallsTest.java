package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What numbers, durations and units of time answer is what the JDK answers. */
class NumberCallsTest {
    private static final Evidence HERE = Evidence.of(Location.ofLine("A.java", 1), "here");
    private static final NumberCalls CALLS = new NumberCalls();
    private static final String UNIT = "java.util.concurrent.TimeUnit";
    private static final Term UNKNOWN = new Term.Opaque(TypeName.of("int"), "a parameter");

    @Test
    void textsAreParsed() {
        assertThat(parsed("java.lang.Integer", "parseInt", " 12 ")).isEqualTo(new Term.Constant(12, HERE));
        assertThat(parsed("java.lang.Integer", "valueOf", "-3")).isEqualTo(new Term.Constant(-3, HERE));
        assertThat(parsed("java.lang.Short", "parseShort", "3")).isEqualTo(new Term.Constant(3, HERE));
        assertThat(parsed("java.lang.Long", "parseLong", "12")).isEqualTo(new Term.Constant(12L, HERE));
        assertThat(parsed("java.lang.Boolean", "parseBoolean", "TRUE")).isEqualTo(new Term.Constant(true, HERE));
        assertThat(parsed("java.lang.Boolean", "valueOf", "yes")).isEqualTo(new Term.Constant(false, HERE));
        assertThat(parsed("java.lang.Integer", "parseInt", "twelve"))
                .isEqualTo(new Term.Opaque(TypeName.of("int"), "a number that is not known"));
    }

    @Test
    void aNumberOfUnknownPartsIsNamedByThem() {
        Term text = new Term.Text(List.of(new Term.Part(PartKind.UNKNOWN, "SIZE")), HERE);
        assertThat(CALLS.staticCall("java.lang.Long", "parseLong", List.of(text)))
                .hasValue(new Term.Opaque(TypeName.of("long"), "the number in ${SIZE}"));
    }

    @Test
    void whatIsNoNumberIsLeftToOthers() {
        assertThat(CALLS.staticCall("java.lang.Integer", "sum", List.of(constant(1))))
                .isEmpty();
        assertThat(CALLS.staticCall("java.lang.Integer", "valueOf", List.of())).isEmpty();
        assertThat(CALLS.staticCall("java.lang.String", "valueOf", List.of(constant(1))))
                .isEmpty();
        assertThat(CALLS.staticCall("shop.Integer", "parseInt", List.of(constant("1"))))
                .isEmpty();
        assertThat(CALLS.staticCall("shop.Settings", "getInteger", List.of(constant("1"))))
                .isEmpty();
        assertThat(CALLS.staticCall("java.lang.Math", "floorDiv", List.of(constant(1), constant(2))))
                .isEmpty();
        assertThat(CALLS.call(constant('c'), "toString", List.of())).isEmpty();
        assertThat(CALLS.call(constant(1), "compareTo", List.of(constant(1)))).isEmpty();
    }

    @Test
    void aSystemPropertyMayBeItsDefault() {
        Term set = new Term.Opaque(TypeName.of("java.lang.Integer"), "a system property");
        assertThat(CALLS.staticCall("java.lang.Integer", "getInteger", List.of(constant("size"))))
                .hasValue(set);
        assertThat(CALLS.staticCall("java.lang.Integer", "getInteger", List.of(constant("size"), constant(10))))
                .hasValue(new Term.Choice(List.of(set, constant(10))));
        assertThat(CALLS.staticCall("java.lang.Long", "getLong", List.of(constant("size"))))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1, 2", "2, 1, 1, 2", "2, 2, 2, 2"})
    void theBoundOfTwoIsOneOfThem(int left, int right, int least, int most) {
        List<Term> both = List.of(constant(left), constant(right));
        assertThat(CALLS.staticCall("java.lang.Math", "min", both)).hasValue(constant(least));
        assertThat(CALLS.staticCall("java.lang.Math", "max", both)).hasValue(constant(most));
        assertThat(CALLS.staticCall("java.lang.Math", "max", List.of(constant(left), UNKNOWN)))
                .containsInstanceOf(Term.Opaque.class);
        assertThat(CALLS.staticCall("java.lang.Math", "max", List.of(UNKNOWN, constant(left))))
                .containsInstanceOf(Term.Opaque.class);
    }

    @Test
    void numbersChangeTheirKind() {
        assertThat(called(7L, "intValue")).isEqualTo(7);
        assertThat(called(7, "longValue")).isEqualTo(7L);
        assertThat(called(7, "toString")).isEqualTo("7");
        assertThat(called(true, "booleanValue")).isEqualTo(true);
        assertThat(called(true, "toString")).isEqualTo(true);
        assertThat(CALLS.call(constant(true), "compareTo", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ofMillis, 90, PT0.09S",
        "ofSeconds, 90, PT1M30S",
        "ofMinutes, 90, PT1H30M",
        "ofHours, 2, PT2H",
        "ofDays, 1, PT24H"
    })
    void durationsAreMadeAndEnlarged(String factory, int amount, Duration duration) {
        assertThat(CALLS.staticCall("java.time.Duration", factory, List.of(new Term.Constant(amount, HERE))))
                .hasValue(new Term.Constant(duration, HERE));
        if (!factory.equals("ofDays")) {
            assertThat(called(Duration.ofSeconds(1), factory.replace("of", "plus"), constant(amount)))
                    .isEqualTo(duration.plusSeconds(1));
        }
    }

    @Test
    void durationsAreAsked() {
        assertThat(called(Duration.ofMinutes(2), "toMillis")).isEqualTo(120_000L);
        assertThat(called(Duration.ofMinutes(2), "toSeconds")).isEqualTo(120L);
        assertThat(called(Duration.ofMinutes(2), "getSeconds")).isEqualTo(120L);
        assertThat(called(Duration.ofMinutes(2), "toMinutes")).isEqualTo(2L);
        assertThat(called(Duration.ofMinutes(2), "multipliedBy", constant(3))).isEqualTo(Duration.ofMinutes(6));
        assertThat(called(Duration.ofMinutes(2), "plus", constant(Duration.ofSeconds(1))))
                .isEqualTo(Duration.ofSeconds(121));
        assertThat(CALLS.call(constant(Duration.ZERO), "plus", List.of(constant(1), UNKNOWN)))
                .isEmpty();
        assertThat(CALLS.call(constant(Duration.ZERO), "abs", List.of())).isEmpty();
    }

    @Test
    void aDurationOfSomethingUnknownIsNotKnown() {
        Term none = new Term.Opaque(TypeName.of("java.time.Duration"), "a duration that is not known");
        assertThat(CALLS.staticCall("java.time.Duration", "ofSeconds", List.of(UNKNOWN)))
                .hasValue(none);
        assertThat(CALLS.staticCall("java.time.Duration", "from", List.of(constant(1))))
                .hasValue(none);
        assertThat(CALLS.staticCall("java.time.Duration", "parse", List.of(constant("ninety"))))
                .hasValue(none);
        assertThat(CALLS.staticCall("java.time.Duration", "parse", List.of(constant("PT90S"))))
                .hasValue(constant(Duration.ofSeconds(90)));
        assertThat(CALLS.call(constant(Duration.ZERO), "plusMillis", List.of(UNKNOWN)))
                .hasValue(none);
        assertThat(CALLS.call(constant(Duration.ZERO), "multipliedBy", List.of(UNKNOWN)))
                .hasValue(none);
    }

    @Test
    void unitsConvert() {
        assertThat(inUnit("SECONDS", "toMillis", constant(90))).hasValue(constant(90_000L));
        assertThat(inUnit("MINUTES", "toSeconds", constant(2))).hasValue(constant(120L));
        assertThat(inUnit("HOURS", "toMinutes", constant(2))).hasValue(constant(120L));
        Term seconds = constant(new EnumConstant(UNIT, "SECONDS"));
        assertThat(inUnit("MILLISECONDS", "convert", new Term.Constant(2, HERE), seconds))
                .hasValue(new Term.Constant(2000L, HERE));
        assertThat(inUnit("MILLISECONDS", "convert", constant(2))).isEmpty();
        assertThat(inUnit("MILLISECONDS", "convert", constant(2), UNKNOWN)).isEmpty();
        assertThat(inUnit("MILLISECONDS", "convert", constant(2), constant(1))).isEmpty();
        assertThat(inUnit("MILLISECONDS", "convert", constant(2), constant(new EnumConstant("shop.Size", "SECONDS"))))
                .isEmpty();
        assertThat(inUnit("SECONDS", "toMillis", UNKNOWN)).isEmpty();
        assertThat(inUnit("SECONDS", "toMillis")).isEmpty();
        assertThat(inUnit("SECONDS", "sleep", constant(1))).isEmpty();
        assertThat(CALLS.call(constant(new EnumConstant("shop.Size", "LARGE")), "toMillis", List.of(constant(1))))
                .isEmpty();
    }

    private static Term parsed(String type, String name, String text) {
        return CALLS.staticCall(type, name, List.of(new Term.Constant(text, HERE)))
                .orElseThrow();
    }

    private static Object called(Object receiver, String name, Term... arguments) {
        Term result = CALLS.call(new Term.Constant(receiver, HERE), name, List.of(arguments))
                .orElseThrow();
        assertThat(result.why()).isEqualTo(HERE);
        return ((Term.Constant) result).value();
    }

    private static Optional<Term> inUnit(String unit, String name, Term... arguments) {
        return CALLS.call(constant(new EnumConstant(UNIT, unit)), name, List.of(arguments));
    }

    private static Term.Constant constant(Object value) {
        return new Term.Constant(value, Evidence.none());
    }
}
