package io.github.lambdadb.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.SuppressionMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionTest {
    @TempDir
    Path folder;

    private List<String> marks(String text) throws IOException {
        new Sources(folder).file("src/a/A.java", text);
        return new Sources(folder)
                .open().suppressions("src/a/A.java").stream()
                        .map(SuppressionTest::show)
                        .toList();
    }

    private static String show(SuppressionMark mark) {
        return mark.location().line() + ":" + mark.location().column() + " " + mark.rule() + " [" + mark.reason() + "] "
                + mark.firstLine() + "-" + mark.lastLine();
    }

    @Test
    void readsComments() throws IOException {
        assertThat(
                        marks(
                                "package a;\n  // lambda-db:allow one, two -- because\n\n// other\nclass A {\n int x; /* lambda-db:allow three -- é */\n}\n// lambda-db:allow last"))
                .containsExactly(
                        "2:6 one [because] 2-5", "2:6 two [because] 2-5", "6:12 three [é] 6-7", "8:4 last [] 8-8");
        assertThat(marks("package a; class A { String s = \"// lambda-db:allow x -- y\"; } // lambda-db:allowed z"))
                .isEmpty();
        assertThat(marks("package a;\n/*\n * lambda-db:allow x -- y\n * more\n */\nclass A { }"))
                .containsExactly("3:4 x [y] 3-6");
        assertThat(marks("package a;\n/* lambda-db:allow x -- y\n * lambda-db:allow z -- w\n */\nclass A { }"))
                .containsExactly("2:4 x [y] 2-5", "3:4 z [w] 3-5");
    }

    @Test
    void readsAnnotations() throws IOException {
        assertThat(marks("package a;\n@SuppressWarnings(\"lambda-db:type\")\nclass A {\n"
                        + " @SuppressWarnings({\"all\", \"lambda-db:field\"})\n int x;\n"
                        + " @SuppressWarnings(value = \"lambda-db:method\")\n void f(@SuppressWarnings(\"lambda-db:parameter\") int p) {\n"
                        + "  @SuppressWarnings(\"lambda-db:local\") int y = 1;\n }\n"
                        + " @SuppressWarnings(\"unchecked\") A() { }\n}"))
                .containsExactly(
                        "2:1 type [] 2-11",
                        "4:2 field [] 4-5",
                        "6:2 method [] 6-9",
                        "7:9 parameter [] 7-7",
                        "8:3 local [] 8-8");
    }
}
