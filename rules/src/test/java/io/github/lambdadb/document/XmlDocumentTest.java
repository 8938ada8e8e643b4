package io.github.lambdadb.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDocumentTest {
    private static final String HIBERNATE = """
            <?xml version="1.0"?>
            <!DOCTYPE hibernate-configuration PUBLIC "-//Hibernate//DTD" "http://localhost:1/never.dtd">
            <hibernate-configuration>
              <session-factory>
                <property name="connection.url">jdbc:x?a=1&amp;b=2</property>
                <property
                    name="connection.pool_size"><![CDATA[ 3 ]]></property>
              </session-factory>
            </hibernate-configuration>
            """;

    @Test
    void propertiesAndPlaces() throws DocumentException {
        var properties =
                XmlDocument.parse("h.xml", HIBERNATE).descendants("property").toList();
        assertThat(properties).extracting(XmlElement::text).containsExactly("jdbc:x?a=1&b=2", "3");
        assertThat(properties.get(0).attribute("name")).contains("connection.url");
        assertThat(properties.get(0).location().line()).isEqualTo(5);
        assertThat(properties.get(0).location().column()).isEqualTo(5);
        assertThat(properties.get(1).location().line()).isEqualTo(6);
        assertThat(properties.get(1).location().endLine()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a>",
                "<a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"
            })
    void whatCannotBeReadIsOneLineWithAPlace(String text) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> XmlDocument.parse("h.xml", text))
                .satisfies(error -> assertThat(error.getMessage()).isNotBlank().doesNotContain("\n"));
    }

    @Test
    void depthIsLimited() {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> XmlDocument.parse("h.xml", "<a>".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("io.github.lambdadb.document.AnyText#some")
    void anyTextIsReadOrRefused(String text) {
        assertThat(isReadOrRefused(text)).isTrue();
        assertThat(isReadOrRefused("<a>" + text + "</a>")).isTrue();
        assertThat(isReadOrRefused("<a b='" + text)).isTrue();
    }

    private static boolean isReadOrRefused(String text) {
        try {
            return !XmlDocument.parse("h.xml", text).name().isEmpty();
        } catch (DocumentException refused) {
            return !refused.toString().isEmpty();
        }
    }
}
