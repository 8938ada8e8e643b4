package io.github.lambdadb.frontend.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.value.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamConfigTest {
    private static final String TEMPLATE = """
            Parameters:
              Seconds: {Type: Number, Default: 3}
              Note: {Type: String, Default: none}
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: !Ref Seconds
                  Environment: {Variables: {NOTE: !Ref Note}}
            """;

    @TempDir
    private Path folder;

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("parameter_overrides = \"Seconds=9 Note=plain\"", "9", "plain"),
                Arguments.of("parameter_overrides = \"Seconds=\\\"9\\\" Note=\\\"two words\\\"\"", "9", "two words"),
                Arguments.of("parameter_overrides = 'Seconds=9 Note=\"two words\"' # so", "9", "two words"),
                Arguments.of("parameter_overrides = [\"Seconds=9\", 'Note=a']", "9", "a"),
                Arguments.of(
                        "parameter_overrides = [\n  \"Seconds=9\",\n  \"Note=a\",\n]\nregion = \"Note=b\"", "9", "a"),
                Arguments.of(
                        "parameter_overrides = \"ParameterKey=Seconds,ParameterValue=9 ParameterKey=Note,ParameterValue=a\"",
                        "9",
                        "a"),
                Arguments.of("parameter_overrides = \"Note=a\"", "3", "a"),
                Arguments.of("parameter_overrides = \"Seconds=9\"\nparameter_overrides", "9", "none"),
                Arguments.of("parameter_overrides = 5", "3", "none"),
                Arguments.of("parameter_overrides = [", "3", "none"),
                Arguments.of("template_file = \"other.yaml\"\nparameter_overrides = \"Seconds=9\"", "3", "none"),
                Arguments.of("template_file = \"./template.yaml\"\nparameter_overrides = \"Seconds=9\"", "9", "none"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void givesParameters(String lines, String seconds, String note) {
        Reading reading = reading("version = 0.1\n[default.deploy.parameters]\n" + lines + "\n");
        assertThat(seconds(reading)).isEqualTo(seconds);
        assertThat(Reading.show(reading.function("Fn").environment().get("NOTE")))
                .isEqualTo(note);
    }

    @Test
    void hasSeveralEnvironments() {
        assertThat(seconds(reading("""
                [dev.deploy.parameters]
                parameter_overrides = "Seconds=5"
                [live.deploy.parameters]
                parameter_overrides = "Seconds=60"
                """))).isEqualTo("5|60");
        assertThat(seconds(reading("""
                [dev.global.parameters]
                parameter_overrides = "Note=x"
                [live.deploy.parameters]
                parameter_overrides = "Seconds=60"
                """))).isEqualTo("60|3");
    }

    @Test
    void isAboutDeploymentsOnly() {
        assertThat(seconds(reading("[default.build.parameters]\nparameter_overrides = \"Seconds=9\"\n")))
                .isEqualTo("3");
        assertThat(seconds(reading("[default.deploy.parameters]\n[x]\nparameter_overrides = \"Seconds=9\"\n")))
                .isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\\"", "[", "\"", "a=\"\\\\\"", "\n[a.deploy.parameters]\n"})
    void mayBeMeantToHurt(String unit) {
        String text = "[default.deploy.parameters]\nparameter_overrides = \"" + unit.repeat(1_900_000 / unit.length());
        assertThat(seconds(reading(text))).isEqualTo("3");
    }

    @Test
    void isTheLineToEdit() {
        Value<String> timeout = reading("[default.deploy.parameters]\nparameter_overrides = \"Seconds=9\"\n")
                .function("Fn")
                .attribute(Attribute.TIMEOUT)
                .orElseThrow();
        assertThat(timeout.candidates().get(0).evidence().lastLocation().orElseThrow())
                .hasToString("samconfig.toml:2");
    }

    private static String seconds(Reading reading) {
        return Reading.show(reading.function("Fn").attribute(Attribute.TIMEOUT).orElseThrow());
    }

    private Reading reading(String config) {
        return Reading.of(folder, Map.of("template.yaml", TEMPLATE, "samconfig.toml", config));
    }
}
