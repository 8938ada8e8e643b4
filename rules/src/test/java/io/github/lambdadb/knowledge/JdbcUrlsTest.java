package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.JdbcUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:postgresql://h:5432/d?ApplicationName=orders postgresql ApplicationName orders",
                "jdbc:postgresql://h/d?a=b&options=-c%20idle_session_timeout=60000 postgresql options -c+idle_session_timeout=60000",
                "jdbc:mysql://h/d?connectionAttributes=program_name:f mysql connectionAttributes program_name:f",
                "jdbc:mysql://(host=h,connectionAttributes=x)/d mysql connectionAttributes x",
                "jdbc:mysql+srv://h/d?sessionVariables=wait_timeout=60 mysql sessionVariables wait_timeout=60",
                "jdbc:mariadb:sequential://a,b/d?initSql=x mariadb initSql x",
                "jdbc:sqlserver://h;databaseName=d;applicationName=orders sqlserver applicationName orders",
                "jdbc:sqlserver://h;applicationName={a;b};encrypt=true sqlserver applicationName a;b",
                "jdbc:jtds:sqlserver://h/d;appName=x jtds appName x",
                "jdbc:oracle:thin:@//h:1521/s?v$session.program=x oracle v$session.program x",
                "jdbc:db2://h:50000/d:clientProgramName=x;b=c; db2 clientProgramName x",
                "jdbc:redshift://h:5439/d;ApplicationName=x;b=c redshift ApplicationName x",
                "jdbc:pgsql://h/d?application.name=x pgjdbc-ng application.name x"
            })
    void parametersAreReadByTheGrammarOfTheDriver(String text, String driver, String key, String value) {
        JdbcUrl url = parse(text);
        assertThat(url.driver()).isEqualTo(driver);
        assertThat(url.properties()).containsEntry(key, value.replace('+', ' '));
        assertThat(url.propertiesComplete()).isTrue();
        assertThat(url.exempt()).isFalse();
        assertThat(url.text()).isEqualTo(text);
    }

    @Test
    void aParameterBehindAnUnknownFirstOneShowsByItsSeparator() {
        JdbcUrl url = parse("jdbc:postgresql://${HOST}/orders&ApplicationName=orders");
        assertThat(url.properties()).containsEntry("ApplicationName", "orders");
        assertThat(url.propertiesComplete()).isFalse();
        assertThat(parse("jdbc:postgresql://h/orders&ApplicationName=orders").properties())
                .isEmpty();
    }

    @Test
    void wrappersAreTakenOffOneByOne() {
        JdbcUrl url = parse("jdbc:p6spy:aws-wrapper:postgresql://h/d?ApplicationName=x");
        assertThat(url.wrappers()).containsExactly("jdbc:p6spy:", "jdbc:aws-wrapper:");
        assertThat(url.driver()).isEqualTo("postgresql");
        assertThat(parse("jdbc-secretsmanager:mysql://h/d").driver()).isEqualTo("mysql");
        assertThat(parse("jdbc:mysql:aws://h/d").wrappers()).containsExactly("jdbc:mysql:aws:");
        assertThat(parse("jdbc:aws-wrapper:unheard://h").text()).isEqualTo("jdbc:aws-wrapper:unheard://h");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://${HOST}",
                "jdbc:postgresql://${HOST}:${PORT}/${DB}",
                "jdbc:postgresql://${HOST}/app_${STAGE}",
                "jdbc:postgresql://${HOST}?ApplicationName=${NAME}",
                "jdbc:mysql://h/d?connectionAttributes=program_name:${NAME}",
                "jdbc:postgresql://${U}:${P}@h/d?a=b"
            })
    void aHoleInThePlaceOfAValueDoesNoHarm(String text) {
        assertThat(parse(text).propertiesComplete()).isTrue();
        assertThat(parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${URL}",
                "",
                "my/secret",
                "jdbc:${KIND}://h/d?a=b",
                "${PREFIX}://h/d",
                "jdbc:postgresql:${REST}",
                "jdbc:postgresql://h/d${PARAMETERS}",
                "jdbc:postgresql://h/d?${PARAMETERS}",
                "jdbc:postgresql://h/d?a=b&${MORE}",
                "jdbc:postgresql://h/d?a=b${MORE}",
                "jdbc:postgresql://h/d?${KEY}=b",
                "jdbc:sqlserver://h;${MORE}"
            })
    void aHoleThatMayHoldParametersMakesThemIncomplete(String text) {
        assertThat(parse(text).propertiesComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://u:SECRET@h/d",
                "jdbc:postgresql://u:SEC/RET@h/d",
                "jdbc:postgresql://u:SEC?RET@h/d?a=b",
                "jdbc:postgresql://h/d?password=SECRET&a=b",
                "jdbc:postgresql://h/d?a=b&sslPassword=SECRET",
                "jdbc:mysql://(host=h,password=SECRET)/d",
                "jdbc:mysql://address=(host=h)(password=SECRET)/d",
                "jdbc:mysql:loadbalance://u:SECRET@a,b/d",
                "jdbc:sqlserver://h;password={SEC;RET};a=b",
                "jdbc:oracle:thin:scott/SECRET@h:1521:x",
                "jdbc:db2://h:50000/d:user=u;password=SECRET;",
                "jdbc:unheard:x?clientSecret=SECRET",
                "jdbc:aws-wrapper:postgresql://h/d?iamToken=SECRET"
            })
    void secretsAreNotShown(String text) {
        JdbcUrl url = parse(text);
        assertThat(url.toString()).doesNotContain("SEC").doesNotContain("RET");
        assertThat(url.text()).contains("***");
    }

    @Test
    void aSecretThatIsAHoleStaysAHole() {
        assertThat(parse("jdbc:postgresql://h/d?password=${DB_PASSWORD}").text())
                .contains("${DB_PASSWORD}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:hsqldb:mem:x",
                "jdbc:derby:x;create=true",
                "jdbc:sqlite:x",
                "jdbc:tc:mysql:8:///d"
            })
    void withoutServerItIsExempt(String text) {
        assertThat(parse(text).exempt()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:tcp://h/x", "jdbc:hsqldb:hsql://h/x", "jdbc:derby://h/x", "jdbc:postgresql://h/x"})
    void withServerItIsNot(String text) {
        assertThat(parse(text).exempt()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.github.lambdadb.document.AnyText#some")
    void anyTextIsTakenApart(String text) {
        assertThat(parse(text)).isNotNull();
        assertThat(parse("jdbc:mysql://" + text)).isNotNull();
        assertThat(parse("jdbc:sqlserver://h;a={" + text)).isNotNull();
        assertThat(parse("jdbc:db2:" + text + "${" + text + "}" + text)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("io.github.lambdadb.document.AnyText#some")
    void noSecretIsShownWhateverFollows(String rest) {
        String marked = "S3cr3tAbcdef";
        assertThat(parse("jdbc:mysql://h/d?password=" + marked + "&x=" + rest).text())
                .doesNotContain(marked);
        assertThat(parse("jdbc:postgresql://u:" + marked + "@h/d").text()).doesNotContain(marked);
    }

    @Test
    void lengthDoesNotMatter() {
        String text = "jdbc:mysql://" + "(a=b".repeat(20_000) + "?" + "{".repeat(50_000) + "${".repeat(50_000);
        assertThat(parse(text).driver()).isEqualTo("mysql");
    }

    private static JdbcUrl parse(String text) {
        return JdbcUrls.parse(text, Catalog.builtIn());
    }
}
