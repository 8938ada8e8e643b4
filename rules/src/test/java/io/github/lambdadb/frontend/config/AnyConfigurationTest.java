package io.github.lambdadb.frontend.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.document.AnyText;
import io.github.lambdadb.ir.Configuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration that nobody would write is read or refused; nothing throws. */
class AnyConfigurationTest {
    private static final String YAML = """
            spring:
              profiles: { active: "${STAGE:prod}", include: [a, b], group: { prod: [db, prod] } }
              config: { import: ["classpath:db.yml", "optional:file:x", "other.properties"] }
              datasource: &d
                url: jdbc:h2:${A:${B:c}}${spring.datasource.url}
                hikari: { maximumPoolSize: 1_0, data-source-properties: { "[a.b]": x } }
            copy: *d
            "%prod": { list: [1, [2, { x: y }], ~] }
            ---
            spring.config.activate.on-profile: "a & (b | !c)"
            x: ${y}
            """;
    private static final String PROPERTIES = """
            a.b[0].c=${x:${y:}}
            %dev,prod.x=\\u0041@filtered@
            #---
            quarkus.datasource."o.p".jdbc.url = j\\
              k
            """;

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"spring-boot", "quarkus", "micronaut"})
    void nothingThrows(String framework) throws IOException {
        ClassPathFolder folder = new ClassPathFolder(root, framework, "");
        List<String> texts = AnyText.some().toList();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            String any = texts.get(random.nextInt(texts.size()));
            folder.write("application.yml", mutated(YAML, any, random));
            folder.write("db.yml", mutated(YAML, any, random));
            folder.write("application-prod.properties", mutated(PROPERTIES, any, random));
            Map<String, String> variables = new TreeMap<>();
            variables.put("SPRING_APPLICATION_JSON", any);
            variables.put("JAVA_TOOL_OPTIONS", "-D" + any + " -Dx='" + any);
            variables.put("STAGE", any);
            variables.put(any, any);
            assertThat(answers(folder.with(variables))).isNotNegative();
        }
    }

    private static int answers(Configuration configuration) {
        int answers = configuration.names("spring").size()
                + configuration.names("quarkus.datasource").size()
                + configuration.below("").size();
        answers += configuration.firstKey("spring.datasource").isPresent() ? 1 : 0;
        return answers + (configuration.get("spring.datasource.url").isPresent() ? 1 : 0);
    }

    private static byte[] mutated(String text, String any, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(12));
        return (text.substring(0, from) + any + text.substring(to)).getBytes(StandardCharsets.UTF_8);
    }
}
