package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At which cases control may enter, and what is known there. */
class SwitchesTest {
    private static final String STAGES = "enum Stage { DEV, TEST, PROD }";
    private static final String SIZES = "return switch (stage) { case DEV -> 1; case TEST -> 2; default -> 3; };";

    /** So that the class is initialised on every way. */
    private static final String FIRST_USE = "Stage first = Stage.DEV; ";

    @TempDir
    private Path folder;

    @Test
    void aConstantEntersAtItsLabelAlone() throws IOException {
        assertThat(returned("return switch (2) { case 1 -> 10; case 2, 3 -> 20; default -> 30; };"))
                .containsExactly("20");
        assertThat(returned("return switch (3) { case 2, 3 -> 20; case 1 -> 10; default -> 30; };"))
                .containsExactly("20");
        assertThat(returned("return switch (\"x\") { case \"a\" -> 10; default -> 30; };"))
                .containsExactly("30");
    }

    @Test
    void whatIsNotKnownMayEnterAnywhere() throws IOException {
        assertThat(returned("return switch (any) { case 1 -> 10; case 2 -> 20; default -> 30; };"))
                .containsExactly("10", "20", "30");
        assertThat(returned("int x = 0; switch (any) { case 1: x = 1; break; case 2: x = 2; break; } return x;"))
                .containsExactly("0", "1", "2");
    }

    @Test
    void oldStyleRunsOnIntoTheNext() throws IOException {
        assertThat(returned("int x = 0; switch (1) { case 1: x = x + 1; case 2: x = x + 10; break; case 3: x = 99; }"
                        + " return x;"))
                .containsExactly("11");
        assertThat(returned("int x = 0; switch (1) { case 1: x = 5; case 2: x = x + 10; } return x;"))
                .containsExactly("15");
        assertThat(returned("int x = 0; switch (1) { case 1 -> x = 5; case 2 -> x = x + 10; } return x;"))
                .containsExactly("5");
    }

    @Test
    void anEnumEntersAtItsName() throws IOException {
        assertThat(returned(STAGES, "Stage stage = Stage.TEST; " + SIZES)).containsExactly("2");
        assertThat(returned(STAGES, "Stage stage = Stage.PROD; " + SIZES)).containsExactly("3");
        assertThat(returned(STAGES, FIRST_USE + "Stage stage = maybe ? Stage.DEV : Stage.TEST; " + SIZES))
                .contains("1", "2");
        assertThat(returned(STAGES, FIRST_USE + "Stage stage = maybe ? Stage.PROD : Stage.TEST; " + SIZES))
                .contains("2", "3")
                .doesNotContain("1");
    }

    @Test
    void aPatternGivesTheSelectorItsName() throws IOException {
        assertThat(returned("Object o = 7; return switch (o) { case Integer i -> i + 1; default -> 0; };"))
                .contains("8");
        assertThat(returned("return switch (given) { case String s -> s + \"!\"; default -> \"none\"; };"))
                .contains("${?}!", "none");
    }

    @Test
    void whatIsChosenIsKnownInTheCase() throws IOException {
        String other = "Object a; Object b; if (maybe) { a = 1; b = 10; } else { a = 2; b = 20; } ";
        assertThat(returned(other + "return switch ((int) a) { case 1 -> b; default -> 0; };"))
                .contains("10");
        assertThat(returned(other + "return switch ((int) a) { case 1 -> 0; default -> b; };"))
                .contains("20");
    }

    private List<String> returned(String statements) throws IOException {
        return returned("", statements);
    }

    private List<String> returned(String members, String statements) throws IOException {
        return Snippet.run(folder, members, statements).returned();
    }
}
