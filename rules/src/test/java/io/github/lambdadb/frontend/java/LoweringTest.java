package io.github.lambdadb.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.source.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoweringTest {
    @TempDir
    Path folder;

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of("int i = 1;", "{int i = 1}"),
                Arguments.of("int i; i++; --i; i += 2;", "{int i = -; %i=(%i+1); %i=(%i-1); %i=(%i+2)}"),
                Arguments.of(
                        "int[] x = {1, 2}; long l = 1L; float g = 1f;",
                        "{int[] x = new int[]{1, 2}; long l = 1L; float g = 1.0f}"),
                Arguments.of("int[][] x = {{1}, {}};", "{int[][] x = new int[][]{new int[]{1}, new int[]{}}}"),
                Arguments.of("var x = new String[3][];", "{var x = new java.lang.String[][]{}}"),
                Arguments.of("String s = p ? \"a\\n\\u0041\" : null;", "{java.lang.String s = %p?\"a\nA\":null}"),
                Arguments.of("char c = '\\'';", "{char c = 'c}"),
                Arguments.of(
                        "String s = \"\"\"\n    a \\\n    b\n      \"c\"\n    \"\"\";",
                        "{java.lang.String s = \"a b\n  \"c\"\n\"}"),
                Arguments.of(
                        "if (p) return; else throw new Error();", "{if %p{return -}{throw new java.lang.Error()}}"),
                Arguments.of(
                        "for (int i = 0; i < 3; i++) { continue; }", "{while{int i = 0}(%i<3){%i=(%i+1)}{continue}}"),
                Arguments.of("for (;;) {}", "{while{}true{}{}}"),
                Arguments.of("do { } while (p);", "{do{}%p{}{}}"),
                Arguments.of("x: while (p) { break x; }", "{{while{}%p{}{breakx}}}"),
                Arguments.of("for (String s : list()) g(s);", "{for java.lang.String s in ~.list(){~.g(%s)}}"),
                Arguments.of(
                        "try (var c = open(); d) { } catch (Error | RuntimeException e) { e.x(); } finally { g(); }",
                        "{try[var c = ~.open(), #d]{} catch [java.lang.Error, java.lang.RuntimeException] e{%e.x()}{~.g()}}"),
                Arguments.of("synchronized (this) { g(); }", "{synchronized (this(a.A)) {~.g()}}"),
                Arguments.of("assert p; ;", "{}"),
                Arguments.of(
                        "switch (p) { case X: g(); break; default: }",
                        "{switch %p case[#X]:{~.g(); break} default[]:{}}"),
                Arguments.of(
                        "switch (p) { case 1, 2 -> g(); default -> { } }",
                        "{switch %p case[1, 2]->{~.g()} default[]->{{}}}"),
                Arguments.of(
                        "int i = switch (p) { case X -> 1; case Y: { yield 2; } default -> throw new Error(); };"
                                .replace("case Y: {", "case Y -> {"),
                        "{int i = switch %p case[#X]->{yield 1} case[#Y]->{{yield 2}} default[]->{throw new java.lang.Error()}}"),
                Arguments.of(
                        "switch (p) { case String s when s.isEmpty() -> g(s); case R(int a, var _) -> g(a); case null, default -> g(); }",
                        "{switch %p case[- is java.lang.String s]->{%s.isEmpty(); ~.g(%s)} case[- is R]->{int a = ?; ~.g(%a)} default[null]->{~.g()}}"),
                Arguments.of(
                        "if (!(p instanceof String s)) return; g(s);",
                        "{if !%p is java.lang.String s{return -}{}; ~.g(%s)}"),
                Arguments.of(
                        "if (p instanceof R(int a, R(var b, int c))) g(a, b);",
                        "{int a = ?; var b = ?; int c = ?; if %p is R{~.g(%a, %b)}{}}"),
                Arguments.of(
                        "Runnable r = () -> g(); F h = (a, b) -> { return a; };",
                        "{java.lang.Runnable r = []->{return ~.g()}; F h = [a, b]->{return %a}}"),
                Arguments.of(
                        "use(p::x, String::valueOf, A::new, int[]::new, this::f);",
                        "{~.use(%p::x, <java.lang.String>::valueOf, <a.A>::new, <int[]>::new, this(a.A)::f)}"),
                Arguments.of(
                        "Object o = (String) p; o = String[].class; o = x[1];",
                        "{java.lang.Object o = (java.lang.String)%p; %o=java.lang.String[].class; %o=#x[1]}"),
                Arguments.of(
                        "class L { } new L(); record P(int x) { } new P(1);",
                        "{type a.A.1L; new a.A.1L(); type a.A.1P; new a.A.1P(1)}"),
                Arguments.of(
                        "new Runnable() { public void run() { g(); } }; new Object() { };",
                        "{new java.lang.Runnable(){a.A.1}; new java.lang.Object(){a.A.2}}"),
                Arguments.of(
                        "super.f(); this.x = 1; A.this.x = 2; p.new I();",
                        "{super.f(); this(a.A).x=1; this(a.A).x=2; %p.new I()}"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void lowersEachConstruct(String source, String expected) throws IOException {
        assertThat(new Sources(folder).body("Object p", source)).isEqualTo(expected);
    }

    @Test
    void keepsInitialisersInOrder() throws IOException {
        TypeDecl type = new Sources(folder)
                .type("class A { static final int X = 1; int y = 2; static { g(); } { h(); } static int z; }");
        assertThat(Show.of(type.staticInitializer())).isEqualTo("{<a.A>.X=1; {~.g()}}");
        assertThat(Show.of(type.instanceInitializer())).isEqualTo("{this(a.A).y=2; {~.h()}}");
        assertThat(type.methods()).isEmpty();
        assertThat(type.superclass().name()).isEqualTo("java.lang.Object");
    }

    @Test
    void createsEnumConstants() throws IOException {
        TypeDecl type =
                new Sources(folder).type("enum A implements Runnable { X(1) { int g; }, Y; A(int... n) { } int f; }");
        assertThat(type.enumConstants()).containsExactly("X", "Y");
        assertThat(Show.of(type.staticInitializer())).isEqualTo("{<a.A>.X=new a.A(1){a.A.1}; <a.A>.Y=new a.A()}");
        assertThat(type.methods("<init>").get(0).isVarargs()).isTrue();
        assertThat(Sources.signatures(type)).containsExactly("a.A.<init>(int[])");
    }

    @Test
    void completesRecords() throws IOException {
        TypeDecl plain = new Sources(folder).type("record A(int x, String... y) { String[] y() { return null; } }");
        assertThat(Sources.signatures(plain)).containsExactly("a.A.y()", "a.A.<init>(int,String[])", "a.A.x()");
        assertThat(Show.of(plain.methods("<init>").get(0).body())).isEqualTo("{this(a.A).x=%x; this(a.A).y=%y}");
        TypeDecl compact = new Sources(folder).type("record A(int x) { A { g(x); } A() { this(1); } }");
        assertThat(compact.methods("<init>").stream().map(each -> Show.of(each.body())))
                .containsExactly("{~.g(%x); this(a.A).x=%x}", "{this(a.A).<init>(1)}");
    }

    @Test
    void knowsWhatInterfacesImply() throws IOException {
        TypeDecl type = new Sources(folder)
                .type(
                        "sealed interface A permits B { int X = 1; void f(); default void g() { } private void h() { } } final class B implements A { public void f() { } }");
        assertThat(Show.of(type.staticInitializer())).isEqualTo("{<a.A>.X=1}");
        assertThat(type.methods("f").get(0).isAbstract()).isTrue();
        assertThat(type.methods("g").get(0).isAbstract()).isFalse();
        assertThat(type.methods("g").get(0).isPublic()).isTrue();
        assertThat(type.methods("h").get(0).isPublic()).isFalse();
    }

    @Test
    void tellsInnerFromNested() throws IOException {
        new Sources(folder)
                .type("class A { class I { } static class N { } interface J { } enum E { } record R() { } }");
        try (JavaProgram program = new Sources(folder).open()) {
            assertThat(program.type("a.A.I").orElseThrow().isStatic()).isFalse();
            assertThat(Stream.of("N", "J", "E", "R")
                            .map(name -> program.type("a.A." + name).orElseThrow()))
                    .allMatch(TypeDecl::isStatic)
                    .allMatch(type -> type.outer().equals("a.A"));
        }
    }

    @Test
    void readsCompactSourceFiles() throws IOException {
        new Sources(folder)
                .file("src/Main.java", "import module java.sql;\nDataSource d;\nvoid main() { IO.println(1); }");
        TypeDecl type = new Sources(folder).open().type("Main").orElseThrow();
        assertThat(type.methods("main")).hasSize(1);
        assertThat(type.field("d").orElseThrow().type().name()).isEqualTo("javax.sql.DataSource");
    }

    @Test
    void placesCallsAtTheirName() throws IOException {
        TypeDecl type = new Sources(folder).type("class A { void f() {\n\tone()\n\t\t.two(1); new A(); } }");
        Stmt.Evaluate first =
                (Stmt.Evaluate) type.methods("f").get(0).body().statements().get(0);
        Stmt.Evaluate second =
                (Stmt.Evaluate) type.methods("f").get(0).body().statements().get(1);
        assertThat(first.expression().at()).isEqualTo(new Location("src/a/A.java", 4, 4, 4, 10));
        assertThat(((Expr.Call) first.expression()).target().at()).isEqualTo(new Location("src/a/A.java", 3, 2, 3, 7));
        assertThat(second.expression().at()).isEqualTo(new Location("src/a/A.java", 4, 12, 4, 19));
    }

    @Test
    void keepsLongConcatenationsShallow() throws IOException {
        String text = "x" + " + \"a\" + \"b\"".repeat(3000);
        assertThat(new Sources(folder).body("String x", "g(" + text + ");"))
                .isEqualTo("{~.g((%x+\"" + "ab".repeat(3000) + "\"))}");
        assertThat(new Sources(folder).body("String x", "g(" + "x + ".repeat(3000) + "x);"))
                .isEqualTo("{~.g(?)}");
    }

    @Test
    void lowersAnnotations() throws IOException {
        TypeDecl type = new Sources(folder)
                .type(
                        "@Deprecated(since = \"1\" + 2, forRemoval = true) class A { @Override public String toString() { return \"\"; } }");
        assertThat(type.annotations().get(0).type().name()).isEqualTo("java.lang.Deprecated");
        assertThat(Show.of(type.annotations().get(0).members().get("since"))).isEqualTo("(\"1\"+2)");
        assertThat(type.methods().get(0).annotations()).hasSize(1);
    }
}
