package io.github.lambdadb.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.fix.UrlText.Part;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrlTextTest {
    private static final DriverModel POSTGRESQL =
            Catalog.builtIn().driver("postgresql").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/d?a=1, jdbc:postgresql://h/d",
        "jdbc:postgresql://h/d?a=1&b=2, jdbc:postgresql://h/d?b=2",
        "jdbc:postgresql://h/d?b=2&a=1, jdbc:postgresql://h/d?b=2",
        "jdbc:postgresql://h/d?b=2&a=1&c=3, jdbc:postgresql://h/d?b=2&c=3",
        "jdbc:postgresql://h/d?b=2&A=1&c=3, jdbc:postgresql://h/d?b=2&c=3"
    })
    void aParameterGoesAndTheOthersStaySeparated(String before, String after) {
        assertThat(new UrlText(POSTGRESQL, before).without("a").map(part -> applied(before, part)))
                .contains(after);
    }

    @Test
    void partsOfOtherKeysAreNotTheParameter() {
        assertThat(new UrlText(POSTGRESQL, "jdbc:postgresql://h/d?aa=1&ba=2").without("a"))
                .isEmpty();
        assertThat(new UrlText(POSTGRESQL, "jdbc:postgresql://h/a=1").without("a"))
                .isEmpty();
    }

    @Test
    void aParameterGetsAnotherNameOrValue() {
        String url = "jdbc:postgresql://h/d?applicationName=orders&x=1";
        assertThat(new UrlText(POSTGRESQL, url)
                        .renamed("applicationName", "ApplicationName")
                        .map(part -> applied(url, part)))
                .contains("jdbc:postgresql://h/d?ApplicationName=orders&x=1");
        assertThat(new UrlText(POSTGRESQL, url).withValue("x", "2").map(part -> applied(url, part)))
                .contains("jdbc:postgresql://h/d?applicationName=orders&x=2");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql, jdbc:postgresql://h/d, ?",
        "postgresql, jdbc:postgresql://h/d?, ''",
        "postgresql, jdbc:postgresql://h/d?a=1, &",
        "sqlserver, jdbc:sqlserver://h;encrypt=true, ;",
        "sqlserver, jdbc:sqlserver://h, ;"
    })
    void whatStandsInFrontOfAFurtherParameter(String driver, String url, String separator) {
        assertThat(UrlText.separator(Catalog.builtIn().driver(driver).orElseThrow(), url))
                .isEqualTo(Optional.of(separator));
    }

    private static String applied(String text, Part part) {
        return text.substring(0, part.from()) + part.replacement() + text.substring(part.to());
    }
}
