package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a build whose dependencies cannot be resolved, a Gradle build say, the pool is known by what brings it. */
class DeclaredPoolsTest {
    private static final String JDBC = "org.springframework.boot:spring-boot-starter-jdbc";
    private static final String CLOUD_FUNCTION = "org.springframework.cloud:spring-cloud-function-adapter-aws";

    @TempDir
    private Path folder;

    @Test
    void aStarterThatIsNotResolvedBringsItsPool() throws IOException {
        assertThat(facts(Set.of(JDBC, CLOUD_FUNCTION), Map.of()).sources())
                .extracting(ConnectionSource::product)
                .containsExactly("HikariCP");
    }

    @Test
    void aStarterThatIsResolvedWithoutThePoolBringsNone() throws IOException {
        Facts facts = facts(Set.of(JDBC, CLOUD_FUNCTION), Map.of(JDBC, "3.5.7"));
        assertThat(facts.sources()).isEmpty();
        assertThat(facts.gaps()).anySatisfy(gap -> assertThat(gap.reason()).contains("Which pool"));
    }

    @Test
    void anotherPoolThatTheBuildNamesWins() throws IOException {
        assertThat(facts(Set.of(JDBC, CLOUD_FUNCTION, "org.apache.commons:commons-dbcp2"), Map.of())
                        .sources())
                .extracting(ConnectionSource::product)
                .containsExactly("Commons DBCP2");
    }

    private Facts facts(Set<String> declared, Map<String, String> resolved) throws IOException {
        Path shop = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(shop.resolve("Orders.java"), """
                package shop;

                import org.springframework.boot.SpringApplication;
                import org.springframework.boot.autoconfigure.SpringBootApplication;

                @SpringBootApplication
                public class Orders {
                    public static void main(String[] args) {
                        SpringApplication.run(Orders.class, args);
                    }
                }
                """);
        Files.writeString(
                folder.resolve("application.properties"), "spring.datasource.url=jdbc:postgresql://db/orders\n");
        return Checker.check(new CheckRequest(
                        folder,
                        folder,
                        List.of(folder),
                        List.of(),
                        List.of(folder),
                        List.of(),
                        declared,
                        () -> new Dependencies(List.of(), resolved, List.of()),
                        file -> true,
                        false,
                        Policy.defaults()))
                .facts();
    }
}
