package io.github.lambdadb.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertiesDocumentTest {
    @Test
    void keysValuesAndPlaces() {
        Mapping read =
                PropertiesDocument.parse("a.properties", "# c\n  url = jdbc:x\\\n    y\n! c\nb:c\\:d\\u0041\nempty\n");
        assertThat(read.entries().stream()
                        .map(entry -> entry.key().text() + "|" + text(entry))
                        .toList())
                .isEqualTo(List.of("url|jdbc:xy", "b|c:dA", "empty|"));
        assertThat(read.entries().get(0).key().location().line()).isEqualTo(2);
        assertThat(read.entries().get(0).key().location().column()).isEqualTo(3);
        assertThat(read.entries().get(0).value().location().endLine()).isEqualTo(3);
        assertThat(read.entries().get(1).key().location().line()).isEqualTo(5);
    }

    @Test
    void theLastOneCounts() {
        assertThat(PropertiesDocument.parse("a", "k=1\nk=2\n")
                        .scalar("k")
                        .orElseThrow()
                        .text())
                .isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("io.github.lambdadb.document.AnyText#some")
    void itAgreesWithTheJdk(String text) throws IOException {
        Properties expected = new Properties();
        try {
            expected.load(new StringReader(text));
        } catch (IllegalArgumentException malformedEscape) {
            assertThat(PropertiesDocument.parse("a", text)).isNotNull();
            return;
        }
        Properties actual = new Properties();
        PropertiesDocument.parse("a", text)
                .entries()
                .forEach(entry -> actual.put(entry.key().text(), text(entry)));
        // of a lone backslash at the end the JDK makes an empty key or none, depending on the line end
        expected.remove("", "");
        actual.remove("", "");
        assertThat(actual).isEqualTo(expected);
    }

    private static String text(Entry entry) {
        return entry.value().asScalar().orElseThrow().text();
    }
}
