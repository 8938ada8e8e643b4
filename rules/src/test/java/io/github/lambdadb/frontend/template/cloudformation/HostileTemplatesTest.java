package io.github.lambdadb.frontend.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Gap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HostileTemplatesTest {
    @TempDir
    Path folder;

    @Test
    void areNoTemplatesWithoutResources() {
        String text = "# AWS::Lambda::Function, AWS::RDS::DBInstance and Resources\nkey: [a, b]\n";
        assertThat(Reading.of(folder, text).gaps()).isEmpty();
    }

    @Test
    void areNotReadWhenNothingInThemMatters() {
        Reading reading = Reading.of(folder, "Resources: {Bucket: {Type: AWS::S3::Bucket}}\nbroken: [\n");
        assertThat(reading.gaps()).isEmpty();
    }

    @Test
    void areGapsWhenTheyCannotBeParsed() {
        Reading reading = Reading.of(folder, "Resources:\n  Fn: {Type: AWS::Lambda::Function\n  broken: [\n");
        assertThat(reading.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.UNPARSABLE_FILE);
        assertThat(reading.gaps().get(0).location().line()).isGreaterThan(1);
    }

    @Test
    void areGapsWhenTheyAreTooLarge() {
        Reading.write(
                folder.resolve("template.json"),
                ("{\"Resources\": {\"Fn\": {\"Type\": \"AWS::Lambda::Function\", \"x\": \"" + "y".repeat(3_000_000))
                        .getBytes(StandardCharsets.UTF_8));
        Reading.write(folder.resolve("package-lock.json"), "z".repeat(3_000_000).getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.of(folder).shownGaps())
                .containsExactly("UNREADABLE_FILE template.json:1 The template is larger than 2 MB.");
    }

    @Test
    void mayHoldOneLongLine() {
        Reading reading = Reading.of(
                folder,
                "Resources: {Fn: {Type: AWS::Lambda::Function, Properties: {Handler: !Sub '"
                        + "${x".repeat(600_000)
                        + "'}}}\n");
        assertThat(reading.deployments().functions()).hasSize(1);
    }

    @Test
    void mayHoldInvalidText() {
        byte[] start = "Resources: {Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a"
                .getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[start.length + 5];
        System.arraycopy(start, 0, bytes, 0, start.length);
        bytes[start.length] = (byte) 0xC3;
        bytes[start.length + 1] = (byte) 0xFF;
        bytes[start.length + 2] = '}';
        bytes[start.length + 3] = '}';
        bytes[start.length + 4] = '}';
        Reading.write(folder.resolve("template.yaml"), bytes);
        assertThat(Reading.of(folder).deployments().functions()).hasSize(1);
    }

    @Test
    void mayBeginWithAByteOrderMark() {
        Reading reading = Reading.of(folder, "\uFEFFResources: {Fn: {Type: AWS::Lambda::Function}}\n");
        assertThat(reading.deployments().functions()).hasSize(1);
    }

    @Test
    void mayLaughABillionTimes() {
        StringBuilder text = new StringBuilder("Resources: {Fn: {Type: AWS::Lambda::Function}}\na0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThat(Reading.of(folder, text.toString()).gaps()).hasSize(1);
    }

    @Test
    void mayNestDeeply() {
        String deep = "!If [C, ".repeat(90) + "1" + ", 2]".repeat(90);
        Reading reading = Reading.of(
                folder, "Resources: {Fn: {Type: AWS::Lambda::Function, Properties: {Timeout: " + deep + "}}}\n");
        assertThat(reading.gaps()).hasSize(1);
        assertThat(Reading.show(reading.function("Fn").attributes())).containsExactly("TIMEOUT=2|…");
    }

    @Test
    void mayDoubleTextsAndConditionsAtEachStep() {
        StringBuilder text = new StringBuilder("Conditions:\n  C0: !Equals [!Ref X, y]\n");
        StringBuilder resources = new StringBuilder("Resources:\n");
        StringBuilder mappings = new StringBuilder("Mappings:\n");
        for (int i = 1; i < 200; i++) {
            text.append("  C%d: !And [!Condition C%d, !Condition C%d]\n".formatted(i, i - 1, i - 1));
            mappings.append("  M%d: {a: {b: !FindInMap [M%d, a, b], c: !Sub '${M}${M}'}}\n".formatted(i, i - 1));
        }
        String doubled = "!Sub ['${A}${A}${A}${A}', {A: ".repeat(40) + "abcdefgh" + "}]".repeat(40);
        resources
                .append("  Fn: {Type: AWS::Lambda::Function, Properties: {Timeout: !If [C199, 1, 2], Handler: ")
                .append(doubled)
                .append(", MemorySize: !FindInMap [M199, a, b]}}\n");
        Reading reading = Reading.of(folder, text.toString() + mappings + resources);
        assertThat(Reading.show(reading.function("Fn").attributes())).contains("TIMEOUT=1|2");
    }

    @Test
    void mayOfferMoreWaysThanCanBeFollowed() {
        String many = "!Join ['', [" + "!If [C, a, b], ".repeat(50_000) + "z]]";
        Reading reading = Reading.of(
                folder, "Resources: {Fn: {Type: AWS::Lambda::Function, Properties: {Handler: " + many + "}}}\n");
        assertThat(reading.function("Fn")
                        .attributes()
                        .values()
                        .iterator()
                        .next()
                        .isComplete())
                .isFalse();
    }

    @Test
    void mayHoldVeryManyVariables() {
        StringBuilder text = new StringBuilder(
                "Resources:\n  Fn:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("          V").append(i).append(": !Ref P\n");
        }
        assertThat(Reading.of(folder, text.toString()).function("Fn").environment())
                .hasSize(60_000);
    }

    @Test
    void mayHoldVeryManyDatabasesAndProxies() {
        StringBuilder text = new StringBuilder("Resources:\n");
        for (int i = 0; i < 4_000; i++) {
            text.append("  C%d: {Type: AWS::RDS::DBCluster}\n".formatted(i));
            text.append("  I%d: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref C%d}}\n"
                    .formatted(i, i));
            text.append("  P%d: {Type: AWS::RDS::DBProxy}\n".formatted(i));
            text.append("  T%d: {Type: AWS::RDS::DBProxyTargetGroup, Properties: {DBProxyName: !Ref P%d}}\n"
                    .formatted(i, i));
        }
        assertThat(Reading.of(folder, text.toString()).deployments().databases())
                .hasSize(4_000);
    }

    @Test
    void neverThrowHoweverTheyAreDamaged() {
        Random random = new Random(20260101);
        for (int i = 0; i < 1_500; i++) {
            String damaged = Damage.of(Damage.GOOD, random);
            Reading reading = Reading.of(folder, damaged);
            assertThat(reading.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void areGoodBeforeTheyAreDamaged() {
        Reading reading = Reading.of(folder, Damage.GOOD);
        assertThat(reading.gaps()).isEmpty();
        assertThat(reading.deployments().functions()).hasSize(2);
        assertThat(reading.deployments().databases()).hasSize(1);
        assertThat(reading.deployments().proxies()).hasSize(1);
        assertThat(reading.deployments().rotatedSecrets()).hasSize(1);
    }
}
