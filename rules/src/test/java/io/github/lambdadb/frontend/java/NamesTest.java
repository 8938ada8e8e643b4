package io.github.lambdadb.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {
    @TempDir
    Path folder;

    private TypeName field(String imports, String type) throws IOException {
        TypeDecl declared = new Sources(folder)
                .type(imports + " class A<T extends Comparable<T>> extends Base { " + type + " f; class In { } }");
        return declared.field("f").orElseThrow().type();
    }

    @Test
    void resolvesTypes() throws IOException {
        new Sources(folder)
                .file("src/a/Base.java", "package a; class Base { static class Nested { } } class Second { }")
                .file("src/b/Far.java", "package b; public class Far { public static class Deep { } }");
        assertThat(field("", "String").name()).isEqualTo("java.lang.String");
        assertThat(field("", "T").name()).isEqualTo("java.lang.Comparable");
        assertThat(field("", "In").name()).isEqualTo("a.A.In");
        assertThat(field("", "Second").name()).isEqualTo("a.Second");
        assertThat(field("", "Nested").name()).isEqualTo("a.Base.Nested");
        assertThat(field("import b.*;", "Far.Deep").name()).isEqualTo("b.Far.Deep");
        assertThat(field("import java.util.*;", "List<? extends Map.Entry<String, int[]>>[]"))
                .isEqualTo(new TypeName(
                        "java.util.List",
                        java.util.List.of(new TypeName(
                                "java.util.Map.Entry",
                                java.util.List.of(TypeName.STRING, new TypeName("int", java.util.List.of(), 1, true)),
                                0,
                                true)),
                        1,
                        true));
        assertThat(field("import java.util.Map.Entry;", "Entry").name()).isEqualTo("java.util.Map.Entry");
        assertThat(field("import x.Unknown;", "Unknown")).isEqualTo(TypeName.of("x.Unknown"));
        assertThat(field("", "x.y.Unknown")).isEqualTo(TypeName.of("x.y.Unknown"));
        assertThat(field("", "Unknown")).isEqualTo(TypeName.unresolved("Unknown"));
    }

    @Test
    void tellsLocalsFieldsAndTypesApart() throws IOException {
        Sources sources =
                new Sources(folder).file("src/a/Db.java", "package a; class Db { static int X; enum Mode { ON } }");
        assertThat(sources.body("int x", "g(x, y, z, Db.X, Db.Mode.ON, MAX, y.q.r);", "int y;"))
                .isEqualTo("{~.g(%x, #y, #z, <a.Db>.X, <a.Db.Mode>.ON, #MAX, #y.q.r)}");
        assertThat(sources.body("", "java.sql.DriverManager.getConnection(q.r.Some.X, java.sql.Types.INTEGER);"))
                .isEqualTo("{<java.sql.DriverManager>.getConnection(<q.r.Some>.X, <java.sql.Types>.INTEGER)}");
    }

    @Test
    void letsInnerFieldsShadowOuterLocals() throws IOException {
        TypeDecl type = new Sources(folder)
                .type("class A { void f(int x, int y) { new Object() { int x; int g() { return x + y; } }; } }");
        assertThat(type.methods("f")).hasSize(1);
        TypeDecl body = new Sources(folder).open().type("a.A.1").orElseThrow();
        assertThat(Show.of(body.methods("g").get(0).body())).isEqualTo("{return (#x+%y)}");
        assertThat(body.isStatic()).isFalse();
        assertThat(body.outer()).isEqualTo("a.A");
    }

    @Test
    void endsBindingsWithTheirStatement() throws IOException {
        assertThat(new Sources(folder).body("Object p", "if (p instanceof A a) { g(a); } g(a);", "A a;"))
                .isEqualTo("{if %p is a.A a{~.g(%a)}{}; ~.g(#a)}");
    }

    @Test
    void keepsStaticImports() throws IOException {
        TypeDecl type =
                new Sources(folder).type("import static b.Db.open; import static b.Db.*; class A { int x = open(); }");
        assertThat(type.staticImports()).containsEntry("open", java.util.List.of("b.Db"));
        assertThat(type.staticStarImports()).containsExactly("b.Db");
    }
}
