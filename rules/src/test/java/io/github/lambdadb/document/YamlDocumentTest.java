package io.github.lambdadb.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.document.Node.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
    @Test
    void placesAndTagsAreKept() throws DocumentException {
        Mapping root = only("a:\n  b: !Sub 'x'\n  c: [1, 2]\n");
        Scalar b = root.mapping("a").orElseThrow().scalar("b").orElseThrow();
        assertThat(b.tag()).isEqualTo("!Sub");
        assertThat(b.plain()).isFalse();
        assertThat(b.location().line()).isEqualTo(2);
        assertThat(b.location().column()).isEqualTo(6);
        assertThat(b.location().endColumn()).isEqualTo(14);
        Node c = root.mapping("a").orElseThrow().get("c").orElseThrow();
        assertThat(c.location().endColumn()).isEqualTo(12);
        assertThat(root.entries().get(0).key().location().line()).isEqualTo(1);
        assertThat(root.location().endLine()).isEqualTo(3);
    }

    @Test
    void jsonIsYaml() throws DocumentException {
        Mapping root = only("{\"a\": {\"b\": \"c\"}}");
        assertThat(root.mapping("a").flatMap(a -> a.scalar("b")).map(Scalar::text))
                .contains("c");
    }

    @Test
    void documentsAreReadInOrderAndEmptyOnesLeftOut() throws DocumentException {
        assertThat(YamlDocument.parse("f.yml", "a: 1\n---\n---\nb: 2\n")).hasSize(2);
        assertThat(YamlDocument.parse("f.yml", "# nothing\n")).isEmpty();
    }

    @Test
    void aliasesAndMergesAreFollowed() throws DocumentException {
        Mapping root = only("base: &b {x: 1, y: 2}\nother:\n  <<: *b\n  y: 3\nsame: *b\n");
        assertThat(root.mapping("other").flatMap(o -> o.scalar("x")).map(Scalar::text))
                .contains("1");
        assertThat(root.mapping("other").flatMap(o -> o.scalar("y")).map(Scalar::text))
                .contains("3");
        assertThat(root.mapping("same").flatMap(o -> o.scalar("x")).map(Scalar::text))
                .contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "a: *b", "&a [*a]", "? [x]\n: y", "a: b: c", "\"", "%YAML 9.9\n--- a", "a: \u0007"})
    void whatCannotBeReadIsOneLineWithAPlace(String text) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> YamlDocument.parse("f.yml", text))
                .satisfies(error -> assertThat(error.getMessage()).isNotBlank().doesNotContain("\n"))
                .satisfies(error -> assertThat(error.location().file()).isEqualTo("f.yml"));
    }

    @Test
    void depthIsLimited() {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> YamlDocument.parse("f.yml", "[".repeat(100_000)))
                .withMessageContaining("nesting is deeper");
    }

    @Test
    void aliasesDoNotMultiplyWithoutEnd() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> YamlDocument.parse("f.yml", laughs.toString()))
                .withMessageContaining("aliases counted");
    }

    @Test
    void mergesDoNotMultiplyWithoutEnd() {
        StringBuilder text = new StringBuilder("a0: &a0 {k: v}\n");
        for (int i = 1; i < 40; i++) {
            String merged = ("*a" + (i - 1) + ", ").repeat(3) + "*a" + (i - 1);
            text.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" {<<: [")
                    .append(merged)
                    .append("]}\n");
        }
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> YamlDocument.parse("f.yml", text.toString()));
    }

    @ParameterizedTest
    @MethodSource("io.github.lambdadb.document.AnyText#some")
    void anyTextIsReadOrRefused(String text) {
        assertThat(isReadOrRefused(text)).isTrue();
        assertThat(isReadOrRefused("a: {b: [\"" + text)).isTrue();
    }

    private static boolean isReadOrRefused(String text) {
        try {
            return YamlDocument.parse("f.yml", text).size() >= 0;
        } catch (DocumentException refused) {
            return !refused.toString().isEmpty();
        }
    }

    private static Mapping only(String text) throws DocumentException {
        List<Node> documents = YamlDocument.parse("f.yml", text);
        assertThat(documents).hasSize(1);
        return documents.get(0).asMapping().orElseThrow();
    }
}
