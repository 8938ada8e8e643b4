package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts are what the JDK makes of their known parts. */
class StringCallsTest {
    private static final Term HOST =
            new Term.Text(List.of(new Term.Part(PartKind.ENVIRONMENT, "DB_HOST")), Evidence.none());

    private final Machine machine = Bare.machine();
    private final StringCalls calls = new StringCalls(machine);

    @Test
    void formatsTakeTheirArgumentsInOrderOrByNumber() {
        assertThat(formatted("jdbc:%s:%d/%s", text("pg"), text(5432), HOST)).isEqualTo("jdbc:pg:5432/${DB_HOST}");
        assertThat(formatted("%2$s-%1$s-%s", text("a"), text("b"))).isEqualTo("b-a-a");
        assertThat(formatted("100%% %s%n", text("a"))).isEqualTo("100% a\n");
        assertThat(formatted("%s %s", text("a"))).isEqualTo("a ${?}");
        assertThat(formatted("%05.2f|", text("a"))).isEqualTo("a|");
        Term array = Containers.array(machine, List.of(text("x"), text("y")), Bare.HERE);
        assertThat(formatted("%s/%s", array)).isEqualTo("x/y");
        assertThat(Texts.shown(calls.message(List.of(text("{1}-{0}-{2}"), text("a"), text("b")))))
                .hasValue("b-a-${?}");
        assertThat(Texts.shown(call(text("%s!"), "formatted", text("a")))).hasValue("a!");
    }

    @Test
    void aLocaleStandsBeforeTheFormat() {
        assertThat(shown(calls.staticCall("format", List.of(Term.unknown("a locale"), text("%s"), text("a")))
                        .orElseThrow()))
                .isEqualTo("a");
        assertThat(calls.staticCall("format", List.of())).hasValue(calls.opaque());
        assertThat(calls.staticCall("format", List.of(HOST, text("a")))).hasValue(calls.opaque());
    }

    @Test
    void everyCombinationOfAFewIsMade() {
        Term either = Join.of(text("a"), text("b"));
        assertThat(calls.combine(List.of(either, text("-"), either)).options())
                .extracting(StringCallsTest::shown)
                .containsExactly("a-a", "a-b", "b-a", "b-b");
        assertThat(calls.combine(List.of(either, either, either, either, either, either))
                        .options())
                .as("more are not told apart")
                .hasSize(1)
                .first()
                .isInstanceOf(Term.Opaque.class);
        List<Term> seven = new ArrayList<>(List.of(either, either, either, either, either, either, either));
        assertThat(calls.combine(seven)).isEqualTo(calls.opaque());
    }

    @Test
    void elementsAreJoined() {
        assertThat(shown(calls.staticCall("join", List.of(text(","), text("a"), HOST, text("b")))
                        .orElseThrow()))
                .isEqualTo("a,${DB_HOST},b");
        Term list = Containers.array(machine, List.of(text("x"), text("y")), Bare.HERE);
        assertThat(shown(calls.staticCall("join", List.of(text("&"), list)).orElseThrow()))
                .isEqualTo("x&y");
        assertThat(calls.staticCall("join", List.of(text(",")))).hasValue(calls.opaque());
        assertThat(calls.staticCall("valueOf", List.of(text(5)))).hasValue(text("5"));
        assertThat(calls.staticCall("encode", List.of(text("a"), text("UTF-8"))))
                .hasValue(text("a"));
        assertThat(calls.staticCall("compare", List.of(text("a")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "strip, a b",
        "trim, a b",
        "toUpperCase, ' A B '",
        "toLowerCase, ' a b '",
        "toString, ' a b '",
        "intern, ' a b '"
    })
    void knownTextsAreChanged(String name, String result) {
        assertThat(call(text(" a b "), name)).isEqualTo(text(result));
    }

    @Test
    void unknownTextsAreNotChanged() {
        assertThat(call(HOST, "toUpperCase")).isEqualTo(calls.opaque());
        assertThat(call(HOST, "strip")).isEqualTo(HOST);
        assertThat(call(HOST, "concat", text("/orders")))
                .extracting(StringCallsTest::shown)
                .isEqualTo("${DB_HOST}/orders");
        assertThat(call(HOST, "repeat", text(2))).isEqualTo(calls.opaque());
        assertThat(call(HOST, "length")).isEqualTo(new Term.Opaque(TypeName.of("int"), "computed from a text"));
        assertThat(call(text("a,b"), "split", text(","))).isInstanceOf(Term.Opaque.class);
    }

    @Test
    void replacementsReachTheKnownParts() {
        Term url = calls.combine(List.of(text("jdbc:{x}//"), HOST, text("/{x}")));
        assertThat(shown(call(url, "replace", text("{x}"), text("pg")))).isEqualTo("jdbc:pg//${DB_HOST}/pg");
        assertThat(shown(call(text("a-b-c"), "replaceAll", text("-"), text("+"))))
                .isEqualTo("a+b+c");
        assertThat(call(text("a-b"), "replaceAll", text("[a-z]"), text("+"))).isEqualTo(calls.opaque());
        assertThat(call(text("a-b"), "replaceAll", text("-"), text("$0"))).isEqualTo(calls.opaque());
        assertThat(call(text("a-b"), "replaceAll", text("-"), text("\\"))).isEqualTo(calls.opaque());
        assertThat(call(text("a-b"), "replaceFirst", text("-"), text("+"))).isEqualTo(calls.opaque());
        assertThat(call(text("a-b"), "replace", text(""), text("+"))).isEqualTo(calls.opaque());
        assertThat(call(text("a-b"), "replace", HOST, text("+"))).isEqualTo(calls.opaque());
        assertThat(call(text("a-b"), "replace", text("-"), Join.of(text("+"), text("*"))))
                .isEqualTo(calls.opaque());
    }

    @ParameterizedTest
    @CsvSource({
        "equals, jdbc:pg, true",
        "equals, JDBC:pg, false",
        "equalsIgnoreCase, JDBC:pg, true",
        "equalsIgnoreCase, JDBC, false",
        "startsWith, jdbc, true",
        "startsWith, pg, false",
        "endsWith, pg, true",
        "endsWith, jdbc, false",
        "contains, c:p, true",
        "contains, mysql, false"
    })
    void knownTextsAreCompared(String name, String other, boolean truth) {
        assertThat(call(text("jdbc:pg"), name, text(other))).isEqualTo(constant(truth));
    }

    @Test
    void testsOfUnknownTextsAreAnsweredOnlyByAKnownPart() {
        Term open = new Term.Opaque(TypeName.of("boolean"), "a test of a text");
        Term url = calls.combine(List.of(text("jdbc:"), HOST));
        assertThat(call(url, "contains", text("db"))).isEqualTo(constant(true));
        assertThat(call(url, "contains", text("DB_HOST"))).isEqualTo(open);
        assertThat(call(url, "equals", text("jdbc:"))).isEqualTo(open);
        assertThat(call(text("a"), "equals", HOST)).isEqualTo(open);
        assertThat(call(HOST, "isEmpty")).isEqualTo(open);
        assertThat(call(text(""), "isEmpty")).isEqualTo(constant(true));
        assertThat(call(text(" "), "isEmpty")).isEqualTo(constant(false));
        assertThat(call(text(" "), "isBlank")).isEqualTo(constant(true));
        assertThat(call(text("a"), "isBlank")).isEqualTo(constant(false));
    }

    @Test
    void aBuilderGrows() {
        HeapObject builder = ((Term.Reference) calls.construct("java.lang.StringBuilder", List.of(text("a")), Bare.HERE)
                        .orElseThrow())
                .object();
        assertThat(calls.builder(builder, "append", List.of(HOST))).hasValue(new Term.Reference(builder));
        assertThat(calls.builder(builder, "toString", List.of()).map(StringCallsTest::shown))
                .hasValue("a${DB_HOST}");
        assertThat(calls.builder(builder, "reverse", List.of())).hasValue(new Term.Reference(builder));
        assertThat(calls.builder(builder, "toString", List.of())).hasValue(calls.opaque());
        HeapObject sized = ((Term.Reference) calls.construct("java.lang.StringBuffer", List.of(text(16)), Bare.HERE)
                        .orElseThrow())
                .object();
        assertThat(calls.builder(sized, "toString", List.of()).map(StringCallsTest::shown))
                .hasValue("");
        assertThat(calls.construct("java.lang.String", List.of(text("a")), Bare.HERE))
                .isEmpty();
    }

    private String formatted(String pattern, Term... arguments) {
        List<Term> all = new ArrayList<>(List.of(text(pattern)));
        all.addAll(List.of(arguments));
        return shown(calls.staticCall("format", all).orElseThrow());
    }

    private Term call(Term receiver, String name, Term... arguments) {
        return calls.call(receiver, name, List.of(arguments)).orElseThrow();
    }

    private static String shown(Term term) {
        return Texts.shown(term).orElse("not known");
    }

    private static Term text(Object value) {
        return constant(value);
    }

    private static Term constant(Object value) {
        return new Term.Constant(value, Evidence.none());
    }
}
