package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which branches are possible, and what each of them knows more. */
class ConditionsTest {
    private static final String MAYBE_NULL = "String x = maybe ? \"a\" : null; ";
    private static final String STAGES = "enum Stage { DEV, TEST, PROD } ";

    @TempDir
    private Path folder;

    @Test
    void whatIsKnownDecides() throws IOException {
        assertThat(returned("if (1 < 2) { return 1; } return 2;")).containsExactly("1");
        assertThat(returned("if (!(1 < 2)) { return 1; } return 2;")).containsExactly("2");
        assertThat(returned("if (1 < 2 && 2 < 1) { return 1; } return 2;")).containsExactly("2");
        assertThat(returned("if (1 < 2 || maybe) { return 1; } return 2;")).containsExactly("1");
        assertThat(returned("if (2 < 1 || maybe) { return 1; } return 2;")).containsExactly("1", "2");
        assertThat(returned("if (maybe && 2 < 1) { return 1; } return 2;")).containsExactly("2");
        assertThat(returned("if (1 == 2) { return 1; } return 2;")).containsExactly("2");
        assertThat(returned("if (1 != 2) { return 1; } return 2;")).containsExactly("1");
        assertThat(returned("return 1 < 2 ? 1 : 2;")).containsExactly("1");
        assertThat(returned("boolean b = maybe && 2 < 1; return b;")).containsExactly("false");
        assertThat(returned("boolean b = maybe || 1 < 2; return b;")).containsExactly("true");
    }

    @Test
    void eachBranchBeginsWithWhatTheConditionWrote() throws IOException {
        assertThat(returned("int n = 0; if ((n = 3) > 2) { return n; } return 9;"))
                .containsExactly("3");
        assertThat(returned("int n = 0; if (maybe && (n = 3) > 2) { return n; } return n;"))
                .containsExactly("0", "3");
        assertThat(returned("int n = 0; if (maybe || (n = 3) > 2) { return n; } return 9;"))
                .containsExactly("0", "3");
        assertThat(returned("int n = 0; int m = 0; if ((n = 1) > 0 && (m = n + 1) > 0) { return m; } return 9;"))
                .containsExactly("2");
    }

    @Test
    void aNullCheckTellsTheBranches() throws IOException {
        assertThat(returned(MAYBE_NULL + "if (x == null) { return x; } return \"other\";"))
                .containsExactly("null", "other");
        assertThat(returned(MAYBE_NULL + "if (x != null) { return x; } return 1;"))
                .containsExactly("1", "a");
        assertThat(returned(MAYBE_NULL + "if (null == x) { return 1; } return x;"))
                .containsExactly("1", "a");
        assertThat(returned(MAYBE_NULL + "if (x == null) { x = \"b\"; } return x;"))
                .containsExactly("a", "b");
        assertThat(returned("String x = null; if (x == null) { return 1; } return 2;"))
                .containsExactly("1");
        assertThat(returned("String x = \"a\"; if (x == null) { return 1; } return 2;"))
                .containsExactly("2");
        assertThat(returned("String x; if ((x = maybe ? \"a\" : null) != null) { return x; } return 1;"))
                .containsExactly("1", "a");
        assertThat(returned(MAYBE_NULL + "return x == null ? 1 : x;")).containsExactly("1", "a");
        assertThat(returned(MAYBE_NULL + "boolean b = x != null; return b;")).containsExactly("false", "true");
    }

    @Test
    void aFieldIsNarrowedToo() throws IOException {
        assertThat(Snippet.run(
                                folder,
                                "String x;",
                                "if (maybe) { x = \"a\"; } if (this.x != null) { return x; } return 1;")
                        .returned())
                .containsExactly("1", "a");
        assertThat(Snippet.run(
                                folder,
                                "static String x;",
                                "if (maybe) { x = \"a\"; } if (x == null) { x = \"b\"; } return x;")
                        .returned())
                .containsExactly("a", "b");
    }

    @Test
    void aConstantOfAnEnumIsItself() throws IOException {
        String stage = "Stage s = Stage.DEV; ";
        assertThat(enums(stage + "return s == Stage.DEV ? 1 : 2;")).containsExactly("1");
        assertThat(enums(stage + "return s == Stage.PROD ? 1 : 2;")).containsExactly("2");
        assertThat(enums(stage + "return s != Stage.PROD ? 1 : 2;")).containsExactly("1");
        assertThat(enums(stage + "if (maybe) { s = Stage.TEST; } return s == Stage.TEST ? 1 : 2;"))
                .containsExactly("1", "2");
        assertThat(enums(stage + "if (maybe) { s = Stage.TEST; } return s == Stage.PROD ? 1 : 2;"))
                .containsExactly("2");
        assertThat(enums(stage + "return ((Stage) given) == Stage.PROD ? 1 : 2;"))
                .containsExactly("1", "2");
    }

    @Test
    void anInstanceHasItsName() throws IOException {
        assertThat(returned(
                        "Object o = new StringBuilder(); if (o instanceof StringBuilder b) { return b; } return 1;"))
                .containsExactly("StringBuilder");
        assertThat(returned("if (given instanceof String s) { return s + \"!\"; } return 1;"))
                .containsExactlyInAnyOrder("1", "${?}!");
        assertThat(returned("Object o = null; if (o instanceof String s) { return s; } return 1;"))
                .containsExactly("1");
        assertThat(returned("if (!(given instanceof String s)) { return 1; } return 2;"))
                .containsExactly("1", "2");
    }

    @Test
    void anOptionalIsFullOrEmptyAfterwards() throws IOException {
        String optional = "Optional<String> o = Optional.ofNullable(maybe ? \"a\" : null); ";
        assertThat(returned(optional + "return o.isPresent() ? o.get() : o.orElse(\"b\");"))
                .containsExactly("a", "b");
        assertThat(returned(optional + "return o.isEmpty() ? o.orElse(\"b\") : o.get();"))
                .containsExactly("a", "b");
        assertThat(returned("Optional<String> o = Optional.empty(); return o.isPresent() ? 1 : 2;"))
                .containsExactly("2");
        assertThat(returned("return text.isEmpty() ? 1 : 2;")).containsExactly("1", "2");
    }

    @Test
    void aClosedConnectionIsNotThere() throws IOException {
        String open =
                "Connection c = DriverManager.getConnection(\"jdbc:postgresql://h/d\"); if (maybe) { c.close(); } ";
        assertThat(Snippet.run(folder, "", open + "if (!c.isClosed()) { c.close(); } return 1;")
                        .machine()
                        .openings()
                        .open())
                .isEmpty();
        assertThat(Snippet.run(folder, "", open + "if (c.isClosed()) { c.close(); } return 1;")
                        .machine()
                        .openings()
                        .open())
                .hasSize(1);
    }

    private List<String> enums(String statements) throws IOException {
        return Snippet.run(folder, STAGES, statements).returned();
    }

    private List<String> returned(String statements) throws IOException {
        return Snippet.run(folder, "", statements).returned();
    }
}
