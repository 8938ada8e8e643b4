package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            the URL jdbc:mysql://root:pw@db/x is open ~ the URL jdbc:mysql://***@db/x is open
            jdbc:postgresql://db/x?user=a&password=pw&ssl=true ~ jdbc:postgresql://db/x?user=a&password=***&ssl=true
            jdbc:sqlserver://db;user=a;password=pw;encrypt=true ~ jdbc:sqlserver://db;user=a;password=***;encrypt=true
            jdbc:postgresql://db/x?sslpassword=pw ~ jdbc:postgresql://db/x?sslpassword=***
            jdbc:oracle:thin:scott/tiger@//db:1521/x ~ jdbc:oracle:thin:***@//db:1521/x
            X-Amz-Security-Token=abc123 next ~ X-Amz-Security-Token=*** next
            {"password": "a b"} ~ {"password": ***}
            """)
    void hides(String text, String shown) {
        assertThat(Redaction.of(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            DB_PASSWORD ~ pw ~ ***
            DB_PASSWORD ~ ${Secret.password} ~ ${Secret.password}
            DB_PASSWORD ~ ${Secret}pw} ~ ***
            DB_HOST ~ jdbc:mysql://root:pw@db/x ~ jdbc:mysql://***@db/x
            """)
    void hidesWhatANameSaysIsSecret(String name, String text, String shown) {
        assertThat(Redaction.named(name, text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db:5432/x", "the password is read from a secret", "a@b.org", "x -> y"})
    void leavesAlone(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void isQuickOnHostileText() {
        String text = "token".repeat(4_000) + "://" + "a:".repeat(4_000);
        assertThat(Redaction.of(text)).isEqualTo(text);
    }
}
