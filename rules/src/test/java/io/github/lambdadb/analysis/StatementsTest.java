package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state after a statement is what any of its paths may leave, and no more. */
class StatementsTest {
    @TempDir
    private Path folder;

    @Test
    void ofTwoBranchesEitherMayHaveRun() throws IOException {
        assertThat(returned("int x = 1; if (maybe) { x = 2; } return x;")).containsExactly("1", "2");
        assertThat(returned("int x = 1; if (maybe) { x = 2; } else { x = 3; } return x;"))
                .containsExactly("2", "3");
        assertThat(returned("int x = 1; if (1 > 0) { x = 2; } return x;")).containsExactly("2");
        assertThat(returned("if (maybe) { return 1; } return 2;")).containsExactly("1", "2");
        assertThat(returned("if (maybe) { throw new IllegalStateException(); } return 2;"))
                .containsExactly("2");
    }

    @Test
    void aReturnWithoutValueAndTheEndGiveNull() throws IOException {
        assertThat(returned("Runnable r = () -> { return; }; return 1;")).containsExactly("1");
        assertThat(returned("void nothing() {}", "return nothing();")).containsExactly("null");
        assertThat(returned("void nothing(boolean b) { if (b) { return; } }", "return nothing(maybe);"))
                .containsExactly("null");
    }

    @Test
    void aLoopMayRunNeverOrOften() throws IOException {
        assertThat(returned("String x = \"a\"; while (maybe) { x = \"b\"; } return x;"))
                .containsExactly("a", "b");
        assertThat(returned("String x = \"a\"; do { x = \"b\"; } while (maybe); return x;"))
                .containsExactly("b");
        assertThat(returned("String x = \"a\"; String y = \"a\"; while (maybe) { y = x; x = \"b\"; } return y;"))
                .containsExactly("a", "b");
        assertThat(returned("String x = \"a\"; for (x = \"i\"; maybe; x = \"u\") { } return x;"))
                .containsExactly("i", "u");
        assertThat(returned("String x = \"a\"; while (false) { x = \"b\"; } return x;"))
                .containsExactly("a");
    }

    @Test
    void anEndlessLoopIsLeftByItsBreaksAlone() throws IOException {
        assertThat(returned("String x = \"a\"; while (true) { x = \"b\"; if (maybe) { x = \"c\"; break; } } return x;"))
                .containsExactly("c");
        assertThat(returned("while (true) { if (maybe) { return 1; } }")).containsExactly("1");
        assertThat(returned("for (;;) { if (maybe) { return 1; } if (any == 3) { return 2; } }"))
                .containsExactly("1", "2");
    }

    @Test
    void aContinueGoesOnWithTheUpdate() throws IOException {
        assertThat(returned("String x = \"a\"; for (String u = \"\"; maybe; x = u) { u = \"b\"; if (any == 1) {"
                        + " u = \"c\"; continue; } u = \"d\"; } return x;"))
                .containsExactly("a", "c", "d");
        assertThat(returned("String x = \"a\"; for (int i = 0; maybe; i++) { x = \"b\"; continue; } return x;"))
                .containsExactly("a", "b");
        assertThat(returned(
                        "String x = \"\"; for (String s : List.of(\"a\", \"b\")) { if (s.equals(\"a\")) { continue; }"
                                + " x = x + s; } return x;"))
                .containsExactly("b");
    }

    @Test
    void whatIsKnownOneByOneIsVisitedOneByOne() throws IOException {
        assertThat(returned("String x = \"\"; for (String s : List.of(\"a\", \"b\")) { x = x + s; } return x;"))
                .containsExactly("ab");
        assertThat(returned("for (String s : List.of(\"a\", \"b\")) { if (s.equals(\"b\")) { return s; } } return 0;"))
                .containsExactly("b");
        assertThat(returned(
                        "String x = \"\"; for (String s : List.of(\"a\", \"b\", \"c\")) { if (s.equals(\"b\")) { break; }"
                                + " x = x + s; } return x;"))
                .containsExactly("a");
        assertThat(returned("String x = \"\"; for (long n : List.of(1, 2)) { x = x + n; } return x;"))
                .containsExactly("12");
    }

    @Test
    void whatIsNotKnownMayBeAbsent() throws IOException {
        assertThat(returned("String x = \"a\"; for (Object o : (List<Object>) given) { x = \"b\"; } return x;"))
                .containsExactly("a", "b");
        assertThat(returned("String x = \"a\"; for (Object o : (List<Object>) given) { x = \"b\"; break; } return x;"))
                .containsExactly("a", "b");
    }

    @Test
    void objectsThatACollectionHoldsAreVisitedOnEachWay() throws IOException {
        String filled = "class Part { String name = \"a\"; } ";
        assertThat(returned(
                        filled,
                        "List<Part> parts = new ArrayList<>(); Part one = new Part(); while (maybe) { parts.add(one); }"
                                + " parts.add(one); for (Part part : parts) { part.name = \"b\"; } return one.name;"))
                .contains("b");
    }

    @Test
    void aBreakLeavesTheInnermost() throws IOException {
        assertThat(returned(
                        "String x = \"\"; for (String s : List.of(\"a\", \"b\")) { while (true) { x = x + s; break; } }"
                                + " return x;"))
                .containsExactly("ab");
        assertThat(returned("String x = \"a\"; while (maybe) { switch (any) { case 1: x = \"b\"; continue; default:"
                        + " x = \"c\"; } x = \"d\"; } return x;"))
                .containsExactly("a", "b", "d");
        assertThat(returned("String x = \"a\"; while (maybe) { switch (any) { case 1: x = \"b\"; break; default:"
                        + " x = \"c\"; } x = x + \"d\"; break; } return x;"))
                .containsExactly("a", "bd", "cd");
    }

    @Test
    void aSwitchYieldsOnEachOfItsWays() throws IOException {
        assertThat(returned(
                        "int x = 0; int y = switch (any) { case 1: x = 1; yield 10; default: { x = 2; yield 20; } };"
                                + " return \"\" + x + y;"))
                .contains("110", "220");
        assertThat(returned("return switch (any) { case 1 -> { if (maybe) { yield 10; } yield 11; } default -> throw"
                        + " new IllegalStateException(); };"))
                .containsExactly("10", "11");
    }

    @Test
    void aFinallyBlockRunsOnEachWayOut() throws IOException {
        String log = "String log = \"\"; ";
        assertThat(returned(log, "try { log = log + \"t\"; } finally { log = log + \"f\"; } return log;"))
                .containsExactly("tf");
        assertThat(returned(
                        log + "void out(boolean b) { try { if (b) { log = log + \"r\"; return; } log = log + \"t\"; }"
                                + " finally { log = log + \"f\"; } log = log + \"e\"; }",
                        "out(maybe); return log;"))
                .containsExactly("rf", "tfe");
        assertThat(returned(
                        log, "while (true) { try { log = \"t\"; break; } finally { log = log + \"f\"; } } return log;"))
                .containsExactly("tf");
        assertThat(
                        returned(
                                log,
                                "for (String s : List.of(\"a\", \"b\")) { try { continue; } finally { log = log + s; } } return log;"))
                .containsExactly("ab");
    }

    @Test
    void aLocalClassIsKnownWhereItIsDeclared() throws IOException {
        assertThat(returned("int n = 4; class Part { int size() { return n + 1; } } return new Part().size();"))
                .containsExactly("5");
    }

    private List<String> returned(String statements) throws IOException {
        return returned("", statements);
    }

    private List<String> returned(String members, String statements) throws IOException {
        return Snippet.run(folder, members, statements).returned();
    }
}
