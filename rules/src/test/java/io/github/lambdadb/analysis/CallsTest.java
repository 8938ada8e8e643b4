package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Gap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which method a call runs, on what, and with which arguments. */
class CallsTest {
    @TempDir
    private Path folder;

    @Test
    void theOverloadFitsTheArguments() throws IOException {
        String overloads = "String f(String s) { return \"text\"; } String f(int i) { return \"number\"; }"
                + " String f(Object o) { return \"object\"; } String f(String s, int i) { return \"both\"; } ";
        assertThat(returned(overloads, "return f(\"a\");")).containsExactly("text");
        assertThat(returned(overloads, "return f(1);")).containsExactly("number");
        assertThat(returned(overloads, "return f(new StringBuilder());")).containsExactly("object");
        assertThat(returned(overloads, "return f(\"a\", 1);")).containsExactly("both");
        assertThat(returned("String f(long n) { return \"n\" + n; } String f(String s) { return s; }", "return f(1);"))
                .containsExactly("n1");
    }

    @Test
    void variableArgumentsAreAnArray() throws IOException {
        String joined =
                "String all(String first, String... rest) { String x = first; for (String s : rest) { x = x + s; }"
                        + " return x; } ";
        assertThat(returned(joined, "return all(\"a\", \"b\", \"c\");")).containsExactly("abc");
        assertThat(returned(joined, "return all(\"a\", new String[] {\"b\"});")).containsExactly("ab");
        assertThat(returned("String last(String... all) { return all[1]; }", "return last(\"a\", \"b\");"))
                .containsExactly("b");
    }

    @Test
    void theClassOfTheObjectDecides() throws IOException {
        String types = "static class Base { String name() { return \"base\"; } String shown() { return name(); }"
                + " static String kind() { return \"kind\"; } }"
                + " static class Sub extends Base { String name() { return \"sub\" + super.name(); } } ";
        assertThat(returned(types, "return new Base().shown();")).containsExactly("base");
        assertThat(returned(types, "return new Sub().shown();")).containsExactly("subbase");
        assertThat(returned(types, "Base b = maybe ? new Base() : new Sub(); return b.name();"))
                .containsExactly("base", "subbase");
        assertThat(returned(types, "return Base.kind();")).containsExactly("kind");
        assertThat(returned(types, "Base b = null; return b.name();")).containsExactly("?");
    }

    @Test
    void anInterfaceMayBeAnyOfItsClasses() throws IOException {
        String types = "interface Size { int size(); default int twice() { return size() + size(); } }"
                + " static class One implements Size { public int size() { return 1; } }"
                + " static class Two implements Size { public int size() { return 2; } } ";
        assertThat(returned(types, "return ((Size) given).size();")).containsExactly("1", "2");
        assertThat(returned(types, "return new Two().twice();")).containsExactly("4");
        assertThat(returned(types, "Size s = () -> 7; return s.size();")).containsExactly("7");
        assertThat(returned(types, "Size s = new Size() { public int size() { return 9; } }; return s.size();"))
                .containsExactly("9");
        assertThat(returned("interface Size { int size(); }", "return ((Size) given).size();"))
                .containsExactly("?");
    }

    @Test
    void ofTooManyClassesNoneIsFollowed() throws IOException {
        StringBuilder types = new StringBuilder("interface Size { int size(); } ");
        for (int i = 0; i < 9; i++) {
            types.append("static class C" + i + " implements Size { public int size() { return " + i + "; } } ");
        }
        Snippet snippet = Snippet.run(folder, types.toString(), "return ((Size) given).size();");
        assertThat(snippet.returned()).containsExactly("?");
        assertThat(snippet.machine().recorder().gaps())
                .extracting(Gap::reason)
                .containsExactly("The call of size may go to any of 9 classes.");
    }

    @Test
    void recursionEnds() throws IOException {
        assertThat(returned("int down(int n) { return n == 0 ? 5 : down(n - 1); }", "return down(any);"))
                .contains("5");
        assertThat(returned(
                        "",
                        "Function<Integer, Integer>[] f = new Function[1]; f[0] = n -> n > 9 ? n : f[0].apply(n + 1);"
                                + " return f[0].apply(any);"))
                .isNotEmpty();
    }

    @Test
    void constructorsRunInitialisersAndEachOther() throws IOException {
        String part = "static class Part { int size = 3; String name; { name = \"i\"; } Part() { this(\"d\"); }"
                + " Part(String n) { name = name + n; } } static class More extends Part { More() { super(\"m\"); size = 4; } } ";
        assertThat(returned(part, "return new Part().name;")).containsExactly("id");
        assertThat(returned(part, "return new Part(\"x\").name;")).containsExactly("ix");
        assertThat(returned(part, "More m = new More(); return m.name + m.size;"))
                .containsExactly("im4");
        assertThat(returned(part, "return new Part() { int twice() { return size + size; } }.twice();"))
                .containsExactly("6");
    }

    @Test
    void innerClassesSeeWhatIsAround() throws IOException {
        String inner =
                "int size = 3; class Inner { int get() { return size + 1; } int outer() { return Db.this.size; } } ";
        assertThat(returned(inner, "size = 5; return new Inner().get();")).containsExactly("6");
        assertThat(returned(inner, "return new Inner().outer();")).containsExactly("3");
        assertThat(returned(
                        "static int COUNT = 2; static class Nested { int get() { return COUNT; } }",
                        "return new Nested().get();"))
                .containsExactly("2");
    }

    @Test
    void fieldsHoldWhatWasWritten() throws IOException {
        String fields =
                "static final String NAME = \"n\" + 1; int count; boolean flag; String text; static int seen = 4; ";
        assertThat(returned(fields, "return NAME;")).containsExactly("n1");
        assertThat(returned(fields, "return \"\" + count + flag + this.text;")).containsExactly("0falsenull");
        assertThat(returned(fields, "Db.seen = 5; return seen;")).containsExactly("5");
        assertThat(returned(fields, "this.count = 5; count++; return count;")).containsExactly("6");
        assertThat(returned("@javax.inject.Inject String url;", "return url;")).containsExactly("?");
        assertThat(returned("", "return Integer.MAX_VALUE;")).containsExactly("2147483647");
    }

    @Test
    void lambdasAndReferencesAreCalled() throws IOException {
        String own = "static int twice(int n) { return n + n; } int base = 10; int plus(int n) { return base + n; } ";
        assertThat(returned(own, "IntUnaryOperator f = Db::twice; return f.applyAsInt(4);"))
                .containsExactly("8");
        assertThat(returned(own, "Function<Integer, Integer> f = this::plus; return f.apply(4);"))
                .containsExactly("14");
        assertThat(returned(own, "BiFunction<Db, Integer, Integer> f = Db::plus; return f.apply(this, 4);"))
                .containsExactly("14");
        assertThat(returned(own, "int k = 3; Function<Integer, Integer> f = n -> n + k; return f.apply(4);"))
                .containsExactly("7");
        assertThat(returned(
                        "static class P { int n; P(int n) { this.n = n; } }",
                        "Function<Integer, P> f = P::new; return f.apply(4).n;"))
                .containsExactly("4");
        assertThat(returned(own, "Function<Integer, Integer> f = Db::twice; return f.andThen(Db::twice);"))
                .containsExactly("lambda");
        assertThat(returned(
                        "static class Op implements Supplier<Integer> { public Integer get() { return 6; } }",
                        "return Optional.<Integer>empty().orElseGet(new Op());"))
                .containsExactly("6");
        assertThat(returned(
                        own, "Supplier<Function<Integer, Integer>> s = () -> n -> n + base; return s.get().apply(1);"))
                .containsExactly("11");
    }

    private List<String> returned(String members, String statements) throws IOException {
        return Snippet.run(folder, members, statements).returned();
    }
}
