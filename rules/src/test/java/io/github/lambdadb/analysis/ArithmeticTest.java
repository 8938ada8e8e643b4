package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a computed value is what Java computes. */
class ArithmeticTest {
    private static final Evidence HERE = Evidence.of(Location.ofLine("A.java", 1), "left");
    private static final Evidence THERE = Evidence.of(Location.ofLine("A.java", 2), "right");
    private static final Term UNKNOWN = new Term.Opaque(TypeName.of("int"), "a parameter");
    private static final Term OBJECT = Term.unknown("anything");

    @ParameterizedTest
    @CsvSource({
        "7, +, 2, 9",
        "7, -, 2, 5",
        "7, *, 2, 14",
        "7, /, 2, 3",
        "7, %, 2, 1",
        "7, <<, 2, 28",
        "7, >>, 1, 3",
        "6, &, 3, 2",
        "6, |, 3, 7"
    })
    void wholeNumbersKeepTheirKind(int left, String operator, int right, int result) {
        assertThat(value(operator, left, right)).isEqualTo(result);
        assertThat(value(operator, (long) left, right)).isEqualTo((long) result);
        assertThat(value(operator, left, (long) right)).isEqualTo((long) result);
    }

    @ParameterizedTest
    @CsvSource({"7, +, 2, 9.0", "7, -, 2, 5.0", "7, *, 2, 14.0", "7, /, 2, 3.5"})
    void aRealNumberMakesTheResultReal(int left, String operator, int right, double result) {
        assertThat(value(operator, (double) left, right)).isEqualTo(result);
        assertThat(value(operator, left, (double) right)).isEqualTo(result);
        assertThat(value(operator, (float) left, right)).isEqualTo(result);
        assertThat(value(operator, left, (float) right)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"/", "%", "^"})
    void whatHasNoResultIsNotKnown(String operator) {
        assertThat(Arithmetic.binary(operator, constant(7), constant(0))).isInstanceOf(Term.Opaque.class);
        assertThat(Arithmetic.binary("%", constant(7.5), constant(2))).isInstanceOf(Term.Opaque.class);
        assertThat(Arithmetic.binary("+", constant(7), UNKNOWN)).isInstanceOf(Term.Opaque.class);
        assertThat(Arithmetic.binary("+", UNKNOWN, constant(7))).isInstanceOf(Term.Opaque.class);
        assertThat(Arithmetic.binary("+", constant(true), constant(7))).isInstanceOf(Term.Opaque.class);
    }

    @Test
    void bothOperandsAreTheReason() {
        Term sum = Arithmetic.binary("+", new Term.Constant(1, HERE), new Term.Constant(2, THERE));
        assertThat(sum.why()).isEqualTo(HERE.then(THERE));
    }

    @ParameterizedTest
    @CsvSource({
        "<, true, false, false",
        "<=, true, true, false",
        ">, false, false, true",
        ">=, false, true, true",
        "==, false, true, false",
        "!=, true, false, true"
    })
    void numbersAreCompared(String operator, boolean less, boolean same, boolean more) {
        assertThat(value(operator, 1, 2)).isEqualTo(less);
        assertThat(value(operator, 2, 2)).isEqualTo(same);
        assertThat(value(operator, 3, 2)).isEqualTo(more);
    }

    @Test
    void whatCannotBeComparedIsATruthThatIsNotKnown() {
        for (String operator : List.of("<", "==")) {
            assertThat(Arithmetic.binary(operator, constant(1), UNKNOWN))
                    .isEqualTo(new Term.Opaque(TypeName.of("boolean"), "a comparison"));
            assertThat(Arithmetic.binary(operator, UNKNOWN, constant(1))).isInstanceOf(Term.Opaque.class);
        }
        assertThat(Arithmetic.binary("<", constant(true), constant(1))).isInstanceOf(Term.Opaque.class);
        assertThat(Arithmetic.binary("<", constant(1), constant(true))).isInstanceOf(Term.Opaque.class);
    }

    @Test
    void nullIsNullAndNoObject() {
        HeapObject pool = new HeapObject(
                1,
                "Pool",
                Location.ofLine("A.java", 1),
                0,
                new HeapObject.Shape.Container(),
                "m()",
                "",
                HERE,
                List.of());
        Term object = new Term.Reference(pool);
        Term none = new Term.Null();
        assertThat(Arithmetic.binary("==", none, none)).isEqualTo(constant(true));
        assertThat(Arithmetic.binary("!=", none, none)).isEqualTo(constant(false));
        assertThat(Arithmetic.binary("==", none, object)).isEqualTo(constant(false));
        assertThat(Arithmetic.binary("!=", object, none)).isEqualTo(constant(true));
        assertThat(Arithmetic.binary("==", object, object)).isInstanceOf(Term.Opaque.class);
        assertThat(Arithmetic.binary("==", none, OBJECT)).isInstanceOf(Term.Opaque.class);
        Term test = new Term.Test(TestKind.VALID, pool, true);
        Term denied = new Term.Test(TestKind.VALID, pool, false);
        assertThat(Arithmetic.unary("!", test)).isEqualTo(denied);
        assertThat(Arithmetic.unary("!", denied)).isEqualTo(test);
        assertThat(Arithmetic.binary("==", test, constant(true))).isEqualTo(test);
        assertThat(Arithmetic.binary("==", test, constant(false))).isEqualTo(denied);
        assertThat(Arithmetic.binary("!=", test, constant(true))).isEqualTo(denied);
        assertThat(Arithmetic.binary("==", test, constant(1))).isInstanceOf(Term.Opaque.class);
    }

    @Test
    void aSignAndADenialAreApplied() {
        assertThat(Arithmetic.unary("-", new Term.Constant(5, HERE))).isEqualTo(new Term.Constant(-5, HERE));
        assertThat(Arithmetic.unary("-", constant(5L))).isEqualTo(constant(-5L));
        assertThat(Arithmetic.unary("-", constant(2.5))).isEqualTo(constant(-2.5));
        assertThat(Arithmetic.unary("+", constant(5))).isEqualTo(constant(5));
        assertThat(Arithmetic.unary("!", new Term.Constant(true, HERE))).isEqualTo(new Term.Constant(false, HERE));
        assertThat(Arithmetic.unary("~", constant(5))).isEqualTo(opaque("int"));
        assertThat(Arithmetic.unary("!", UNKNOWN)).isEqualTo(opaque("boolean"));
        assertThat(Arithmetic.unary("-", constant(true))).isEqualTo(opaque("int"));
    }

    @Test
    void textsAreJoined() {
        assertThat(value("+", "a", 1)).isEqualTo("a1");
        assertThat(value("+", 1, "a")).isEqualTo("1a");
        Term unknownText = new Term.Opaque(TypeName.of("java.lang.String"), "a parameter");
        assertThat(Texts.shown(Arithmetic.binary("+", constant(1), unknownText)))
                .hasValue("1${?}");
        Term known = Arithmetic.binary("+", constant("a"), UNKNOWN);
        assertThat(Texts.shown(Arithmetic.binary("+", known, constant(2)))).hasValue("a${?}2");
        assertThat(Arithmetic.binary("-", constant("a"), constant(1))).isInstanceOf(Term.Opaque.class);
    }

    @ParameterizedTest
    @CsvSource({"int, 7", "short, 7", "byte, 7", "java.lang.Integer, 7"})
    void aCastChangesTheKind(String type, int result) {
        assertThat(Arithmetic.cast(TypeName.of(type), new Term.Constant(7.9, HERE)))
                .isEqualTo(new Term.Constant(result, HERE));
        assertThat(Arithmetic.cast(TypeName.of("long"), constant(7))).isEqualTo(constant(7L));
        assertThat(Arithmetic.cast(TypeName.of("double"), constant(7))).isEqualTo(constant(7.0));
        assertThat(Arithmetic.cast(TypeName.of("java.lang.Number"), constant(7)))
                .isEqualTo(constant(7));
        assertThat(Arithmetic.cast(TypeName.of(type), constant("7"))).isEqualTo(constant("7"));
    }

    private static Object value(String operator, Object left, Object right) {
        Term result = Arithmetic.binary(operator, constant(left), constant(right));
        return result instanceof Term.Constant known ? known.value() : result;
    }

    private static Term constant(Object value) {
        return new Term.Constant(value, Evidence.none());
    }

    private static Term opaque(String type) {
        return new Term.Opaque(TypeName.of(type), "computed from something unknown");
    }
}
