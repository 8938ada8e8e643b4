package io.github.lambdadb.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.LibraryType;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProgramTest {
    @TempDir
    Path folder;

    @Test
    void looksOnlyForTokensAtFirst() throws IOException {
        Sources sources = new Sources(folder)
                .file("src/a/A.java", "package a; class A { }")
                .file("src/a/B.java", "package a; class B implements Handler { }")
                .file("src/a/C.java", "package a; class C extends B { RequestStream s; }");
        try (JavaProgram none = sources.open("RequestHandler", "RequestStream");
                JavaProgram some = sources.open("RequestHandler", "Handler")) {
            assertThat(none.mayHoldFunctions()).isFalse();
            assertThat(some.mayHoldFunctions()).isTrue();
            assertThat(none.coverage().filesRead()).isEqualTo(3);
            assertThat(none.coverage().filesParsed()).isZero();
        }
    }

    @Test
    void takesNoOtherUseOfATokenForAFunction() throws IOException {
        Sources own = new Sources(folder)
                .file("src/a/HttpHandler.java", "package a; /** A Handler. */ interface HttpHandler { }")
                .file("src/a/A.java", "package a; class A implements HttpHandler { }");
        try (JavaProgram program = own.open("Handler")) {
            assertThat(program.mayHoldFunctions()).isFalse();
        }
        own.file("src/b/B.java", "package b; class B extends lib.BaseHandler { }");
        try (JavaProgram program = own.open("Handler")) {
            assertThat(program.mayHoldFunctions()).isTrue();
        }
    }

    @Test
    void parsesOnlyWhatIsAskedFor() throws IOException {
        Sources sources = new Sources(folder)
                .file("src/a/A.java", "package a; class A extends B { }")
                .file("src/a/B.java", "package a; class B { }")
                .file("src/a/C.java", "package a; class C { B b; }");
        JavaProgram program = sources.open();
        assertThat(program.type("a.A")).isPresent();
        assertThat(program.type("a.A")).isPresent();
        assertThat(program.coverage().filesParsed()).isEqualTo(1);
        assertThat(program.subtypes("a.B")).extracting(TypeDecl::name).containsExactly("a.A");
        assertThat(program.coverage().filesParsed()).isEqualTo(1);
        assertThat(program.type("a.Missing")).isEmpty();
        assertThat(program.type("")).isEmpty();
    }

    @Test
    void findsSecondaryAndNestedTypes() throws IOException {
        JavaProgram program = new Sources(folder)
                .file(
                        "src/a/A.java",
                        "package a; class A { class In { class Deep { } } } class Beside { class In { } }")
                .open();
        assertThat(program.type("a.A.In.Deep")).isPresent();
        assertThat(program.type("a.Beside")).isPresent();
        assertThat(program.type("a.Beside.In")).isPresent();
    }

    @Test
    void leavesOutWhatIsExcludedAndTellsOwnFromSibling() throws IOException {
        JavaProgram program = new Sources(folder)
                .file("src/a/Excluded.java", "package a; class Excluded { }")
                .file("src/a/A.java", "package a; class A { }")
                .file("sibling/b/B.java", "package b; public class B { }")
                .file("resources/db.properties", "x=1")
                .open();
        assertThat(program.type("a.Excluded")).isEmpty();
        assertThat(program.type("b.B")).isPresent();
        assertThat(program.isOwn("src/a/A.java")).isTrue();
        assertThat(program.isOwn("sibling/b/B.java")).isFalse();
        assertThat(program.resource("/db.properties").orElseThrow().text()).isEqualTo("x=1");
        assertThat(program.resource("db.properties").orElseThrow().file()).isEqualTo("resources/db.properties");
        assertThat(program.resource("../src/a/A.java")).isEmpty();
        assertThat(program.version("com.zaxxer:HikariCP")).contains("6.2.1");
        assertThat(program.version("x:y")).isEmpty();
    }

    @Test
    void tellsOfTypesThatTwoFilesDeclare() throws IOException {
        JavaProgram program = new Sources(folder)
                .file("sibling/a/A.java", "package a; class A { }")
                .file("src/a/A.java", "package a; class A { }")
                .open();
        assertThat(program.type("a.A").orElseThrow().at().file()).isEqualTo("src/a/A.java");
        assertThat(program.gaps()).extracting(gap -> gap.location().file()).containsExactly("sibling/a/A.java");
    }

    @Test
    void findsSubtypesThroughSourcesAndLibraries() throws IOException {
        Path classes = compile(
                "lib/Base.java",
                "package lib; public abstract class Base implements java.util.concurrent.Callable<String> { public static class Inner extends Base { public String call() { return null; } } }");
        JavaProgram program = new Sources(folder)
                .file(
                        "src/a/A.java",
                        "package a; import lib.Base; class A extends Base { public String call() { return null; } static class N extends A { } }")
                .file(
                        "src/a/B.java",
                        "package a; import lib.*; class B extends Base.Inner { void f() { new A() { }; class L extends B { } } }")
                .file("src/a/C.java", "package a; import other.Base; class C extends Base { }")
                .file("src/a/D.java", "package a; enum D implements java.util.concurrent.Callable<String> { X { } }")
                .classPath(classes)
                .open();
        assertThat(program.subtypes("java.util.concurrent.Callable"))
                .extracting(TypeDecl::name)
                .containsExactly("a.A", "a.A.N", "a.B", "a.B.1L", "a.D");
        assertThat(program.subtypes("lib.Base"))
                .extracting(TypeDecl::name)
                .containsExactly("a.A", "a.A.N", "a.B", "a.B.1L");
    }

    @Test
    void readsLibraryTypes() throws IOException {
        Path classes = compile(
                "lib/Box.java",
                "package lib; public class Box<T extends Number> { public static final String NAME = \"n\"; public static final boolean ON = true; "
                        + "public T one(java.util.List<String> in, int[]... more) { return null; } private void hidden() { } public interface Part { } }");
        JavaProgram program = new Sources(folder).classPath(classes).open();
        LibraryType box = program.library("lib.Box").orElseThrow();
        LibraryType.LibraryMethod one = box.methods().stream()
                .filter(each -> each.name().equals("one"))
                .findFirst()
                .orElseThrow();
        assertThat(one.returnType().name()).isEqualTo("java.lang.Number");
        assertThat(one.parameters())
                .containsExactly(
                        new TypeName("java.util.List", List.of(TypeName.STRING), 0, true),
                        new TypeName("int", List.of(), 2, true));
        assertThat(one.isVarargs()).isTrue();
        assertThat(box.methods()).noneMatch(each -> each.name().equals("hidden"));
        assertThat(box.fields())
                .extracting(LibraryType.LibraryField::constant)
                .containsExactly(List.of("n"), List.of(true));
        assertThat(program.library("lib.Box.Part").orElseThrow().isInterface()).isTrue();
        assertThat(program.library("java.util.Map.Entry").orElseThrow().name()).isEqualTo("java.util.Map.Entry");
        assertThat(program.library("java.sql.Connection")).isPresent();
        assertThat(program.library("lib.None")).isEmpty();
        assertThat(program.library("../lib.Box")).isEmpty();
    }

    @Test
    void readsJarsAndTellsOfDamagedOnes() throws IOException {
        Path classes = compile("lib/Box.java", "package lib; public class Box { }");
        Path jar = folder.resolve("lib.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("lib/Box.class"));
            out.write(Files.readAllBytes(classes.resolve("lib/Box.class")));
            out.putNextEntry(new ZipEntry("lib/Bad.class"));
            out.write(new byte[] {1, 2, 3});
        }
        Path broken = Files.write(folder.resolve("broken.jar"), new byte[] {'P', 'K', 3});
        try (JavaProgram program = new Sources(folder)
                .classPath(jar)
                .classPath(broken)
                .classPath(folder.resolve("absent.jar"))
                .open()) {
            assertThat(program.library("lib.Box")).isPresent();
            assertThat(program.library("lib.Bad")).isEmpty();
            assertThat(program.gaps())
                    .extracting(gap -> gap.location().file() + " " + gap.kind())
                    .containsExactly(
                            "absent.jar MISSING_DEPENDENCY", "broken.jar UNREADABLE_FILE", "lib.jar UNREADABLE_FILE");
        }
    }

    @Test
    void goesOnBehindBrokenSources() throws IOException {
        JavaProgram program = new Sources(folder)
                .file("src/a/A.java", "package a;\nclass A {\n void f() { int = ; }\n void g() { h(); } }")
                .file("src/a/B.java", "package a; class B { }")
                .open();
        program.type("a.A");
        assertThat(program.type("a.B")).isPresent();
        assertThat(program.gaps()).hasSize(1);
        Gap gap = program.gaps().get(0);
        assertThat(gap.kind()).isEqualTo(Gap.Kind.UNPARSABLE_FILE);
        assertThat(gap.location().line()).isEqualTo(3);
        assertThat(gap.reason()).startsWith("Parse error").doesNotContain("\n");
    }

    @Test
    void survivesHostileNesting() throws IOException {
        JavaProgram program = new Sources(folder)
                .file(
                        "src/a/A.java",
                        "package a; class A { Object x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "; }")
                .file(
                        "src/a/B.java",
                        "package a; class B { Object x = " + "f(".repeat(1_000) + "1" + ")".repeat(1_000) + "; }")
                .file(
                        "src/a/C.java",
                        "package a; class C { Object x = " + "-".repeat(100_000) + "1; }".replace("--", "- -"))
                .file("src/a/D.java", "package a; class D { void f() " + "{".repeat(1_000) + "}".repeat(1_000) + " }")
                .open();
        for (String name : List.of("A", "B", "C", "D")) {
            program.type("a." + name);
        }
        assertThat(program.gaps()).extracting(gap -> gap.location().file()).contains("src/a/A.java");
        assertThat(Show.of(program.type("a.B").orElseThrow().instanceInitializer()))
                .contains("(?)");
    }

    @Test
    void reportsFilesItCannotRead() throws IOException {
        Sources sources = new Sources(folder)
                .file("src/a/Big.java", "package a; class Big { } //" + "x".repeat(3 << 20))
                .file("src/b/B.java", "package b; class B { }")
                .file("kotlin/K.kt", "class K")
                .file("kotlin/L.kt", "class L");
        Files.createSymbolicLink(folder.resolve("src/b/loop"), folder.resolve("src"));
        JavaProgram program = sources.open();
        assertThat(program.type("b.B")).isPresent();
        assertThat(program.gaps())
                .extracting(gap -> gap.location().file() + " " + gap.kind())
                .containsExactly(
                        "kotlin/K.kt OTHER_LANGUAGE", "src/a/Big.java UNREADABLE_FILE", "src/b/loop UNREADABLE_FILE");
        assertThat(program.gaps().get(0).reason()).contains("2 Kotlin files");
    }

    @Test
    void asksTheSymbolSolver() throws IOException {
        JavaProgram program = new Sources(folder)
                .file(
                        "src/a/A.java",
                        "package a; class A { void f(java.util.List<String> l) { l.stream().map(x -> x.trim()).toList().get(0); g(); var v = l; nope.x(); } B g() { return null; } }")
                .file("src/a/B.java", "package a; class B { }")
                .open();
        List<Stmt> body =
                program.type("a.A").orElseThrow().methods("f").get(0).body().statements();
        Expr get = ((Stmt.Evaluate) body.get(0)).expression();
        assertThat(program.solve(get)).contains(TypeName.STRING);
        assertThat(program.solve(((Stmt.Evaluate) body.get(1)).expression())).contains(TypeName.of("a.B"));
        assertThat(program.solve(((Stmt.Declare) body.get(2)).value())
                        .orElseThrow()
                        .name())
                .isEqualTo("java.util.List");
        assertThat(program.gaps()).isEmpty();
        assertThat(program.solve(((Stmt.Evaluate) body.get(3)).expression())).isEmpty();
        assertThat(program.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.UNRESOLVED_SYMBOL);
        program.close();
    }

    private Path compile(String name, String text) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path source = folder.resolve("library").resolve(name);
        Files.createDirectories(source.getParent());
        Files.writeString(source, text);
        int result =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(result).isZero();
        return classes;
    }
}
