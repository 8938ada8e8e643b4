package io.github.lambdadb.frontend.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
    private static final String EXPORTING = """
            Resources:
              Orders: {Type: AWS::RDS::DBInstance}
            Outputs:
              Host:
                Value: !GetAtt Orders.Endpoint.Address
                Export: {Name: %s}
            """;
    private static final String IMPORTING = """
            Parameters: {Data: {Type: String, Default: data}, Stage: {Type: String}}
            Resources:
              Fn:
                Type: AWS::Lambda::Function
                Properties:
                  Handler: a
                  Environment: {Variables: {HOST: !ImportValue %s}}
            """;

    @TempDir
    private Path folder;

    @Test
    void areFoundByTheirNames() {
        assertThat(host("orders-host", "orders-host")).containsExactly("${Orders.Endpoint.Address}");
        assertThat(host("data-host", "{'Fn::Sub': '${Data}-host'}")).containsExactly("${Orders.Endpoint.Address}");
    }

    @Test
    void ofNamesThatAreKnownInPartMayBeTheOnlyOneThatFits() {
        assertThat(host("!Sub '${AWS::StackName}-host'", "data-host"))
                .containsExactly("${Orders.Endpoint.Address}", "${import:data-host}");
        assertThat(host("!Sub '${AWS::StackName}-host'", "{'Fn::Sub': '${Stage}-host'}"))
                .containsExactly("${Orders.Endpoint.Address}", "${import:${Stage}-host}".replace("${Stage}", "Stage"));
    }

    @Test
    void areNotGuessed() {
        assertThat(host("orders-host", "others-host")).containsExactly("${import:others-host}");
        assertThat(host("!Sub '${AWS::StackName}'", "orders-host")).containsExactly("${import:orders-host}");
    }

    @Test
    void ofTheSameNameAreNotToldApart() {
        Reading.write(
                folder.resolve("more.yaml"), EXPORTING.formatted("orders-host").getBytes(StandardCharsets.UTF_8));
        assertThat(host("orders-host", "orders-host")).containsExactly("${import:orders-host}");
    }

    @Test
    void thatImportEachOtherEnd() {
        Reading.write(folder.resolve("again.yaml"), """
                Resources: {Db: {Type: AWS::RDS::DBInstance}}
                Outputs: {Loop: {Value: !ImportValue loop, Export: {Name: loop}}}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(host("orders-host", "loop")).containsExactly("${import:loop}");
    }

    private List<String> host(String export, String imported) {
        Reading reading = Reading.of(
                folder,
                Map.of("data.yaml", EXPORTING.formatted(export), "template.yaml", IMPORTING.formatted(imported)));
        return reading.function("Fn").environment().get("HOST").candidates().stream()
                .map(Value.Known::value)
                .toList();
    }
}
