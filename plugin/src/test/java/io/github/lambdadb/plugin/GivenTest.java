package io.github.lambdadb.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.check.ConfigurationFile;
import io.github.lambdadb.check.UserSetting;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GivenTest {
    private static final KnownNames KNOWN = new KnownNames(
            List.of("failOn", "includes", "rules", "fixLevel"),
            List.of("lambda-db.failOn", "lambda-db.includes", "lambda-db.rules", "lambda-db.fix.level"));

    @Test
    void theCommandLineWinsOverThePomAndThePomOverTheDefault() {
        assertThat(given("<failOn> note </failOn>", "failOn", "error").setting("failOn", "warning"))
                .isEqualTo(new UserSetting("failOn", "error", "by the user property lambda-db.failOn"));
        assertThat(given("<failOn> note </failOn>").setting("failOn", "warning"))
                .isEqualTo(new UserSetting("failOn", "note", "in the POM"));
        assertThat(given("").setting("failOn", "warning").value()).isEqualTo("warning");
    }

    @Test
    void listsAreElementsInThePomAndSeparatedByCommasOnTheCommandLine() {
        String pom = "<includes><include>a/**</include><include>b/**</include></includes>";
        assertThat(given(pom).settings("includes", List.of("x")))
                .extracting(UserSetting::value)
                .containsExactly("a/**", "b/**");
        assertThat(given(pom, "includes", "c, d").settings("includes", List.of("x")))
                .extracting(UserSetting::value)
                .containsExactly("c", "d");
        assertThat(given("").settings("includes", List.of("x")))
                .extracting(UserSetting::value)
                .containsExactly("x");
    }

    @Test
    void rulesAreASeverityOrAnElementEachAndTheCommandLineComesLast() {
        String pom = "<rules><one>off</one><two><severity>note</severity><limit>3</limit></two></rules>";
        assertThat(given(pom, "rules", "one=error,two.limit=4").rules())
                .extracting(setting -> setting.key() + "=" + setting.value())
                .containsExactly("one=off", "two=note", "two.limit=3", "one=error", "two.limit=4");
        assertThatThrownBy(() -> given("", "rules", "one").rules())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "'rules' cannot be 'one' (set by the user property lambda-db.rules): expected RULE=SEVERITY,"
                                + " for example 'oversized-pool=error'.");
    }

    @Test
    void namesThatNoGoalKnowsAreRefused() {
        assertThatThrownBy(() -> KNOWN.refuseOthersIn(given("<failAt>never</failAt>")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Unknown parameter 'failAt' (value 'never', set in the POM); the nearest known is 'failOn'.");
        assertThatThrownBy(() -> KNOWN.refuseOthersIn(given("", "failon", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Unknown user property 'lambda-db.failon' (value 'x', set on the command line); the nearest"
                        + " known is 'lambda-db.failOn'.");
    }

    @Test
    void theFileStandsBelowThePomAndTheCommandLine(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("lambda-db.yaml"), """
                failOn: note
                includes: [c/**]
                rules: { one: warning }
                """);
        ConfigurationFile file = ConfigurationFile.nearest(root, root);
        assertThat(given(file, "").setting("failOn", "warning"))
                .isEqualTo(new UserSetting("failOn", "note", "in lambda-db.yaml:1"));
        assertThat(given(file, "<failOn>error</failOn>").setting("failOn", "warning"))
                .isEqualTo(new UserSetting("failOn", "error", "in the POM"));
        assertThat(given(file, "<failOn>error</failOn>", "failOn", "never")
                        .setting("failOn", "warning")
                        .value())
                .isEqualTo("never");
        assertThat(given(file, "").settings("includes", List.of("x")))
                .containsExactly(new UserSetting("includes", "c/**", "in lambda-db.yaml:2"));
        assertThat(given(file, "<rules><one>off</one></rules>", "rules", "one=error")
                        .rules())
                .extracting(UserSetting::value)
                .containsExactly("warning", "off", "error");
    }

    @Test
    void theFileKnowsFunctionsAndNoKeyOfACommandLine(@TempDir Path root) throws IOException {
        Path text = Files.writeString(root.resolve("lambda-db.yaml"), "functions: { a: { lifecycle: kept } }");
        KNOWN.refuseOthersIn(given(ConfigurationFile.nearest(root, root), ""));
        Files.writeString(text, "function: x");
        ConfigurationFile wrong = ConfigurationFile.nearest(root, root);
        assertThatThrownBy(() -> KNOWN.refuseOthersIn(given(wrong, "")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Unknown parameter 'function' (value 'x', set in lambda-db.yaml:1); the nearest known is"
                        + " 'functions'.");
    }

    private static Given given(String pom, String... property) {
        return given(ConfigurationFile.none(), pom, property);
    }

    private static Given given(ConfigurationFile file, String pom, String... property) {
        Properties properties = new Properties();
        if (property.length == 2) {
            properties.setProperty("lambda-db." + property[0], property[1]);
        }
        return new Given(
                properties, new Properties(), List.of(xml("<configuration>" + pom + "</configuration>")), file);
    }

    private static Xpp3Dom xml(String text) {
        try {
            return Xpp3DomBuilder.build(new StringReader(text));
        } catch (IOException | XmlPullParserException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
