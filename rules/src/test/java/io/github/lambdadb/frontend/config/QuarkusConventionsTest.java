package io.github.lambdadb.frontend.config;

import io.smallrye.config.AbstractLocationConfigSourceLoader;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What this reader says of a configuration is what SmallRye Config says with the sources that Quarkus gives it. */
class QuarkusConventionsTest {
    private static final List<String> KEYS = List.of(
            "quarkus.datasource.jdbc.max-size",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.\"orders\".jdbc.max-size",
            "quarkus.datasource.\"orders\".jdbc.url",
            "quarkus.datasource.jdbc.additional-jdbc-properties.ApplicationName");

    private static final String CASES = """
            ## a file alone
            == application.properties
            quarkus.datasource.jdbc.max-size=5
            ## spellings are exact
            == application.properties
            quarkus.datasource.jdbc.maxSize=5
            quarkus.datasource.jdbc.url=u
            ## a profile's key beats the others
            == application.properties
            %prod.quarkus.datasource.jdbc.max-size=5
            quarkus.datasource.jdbc.max-size=6
            %dev.quarkus.datasource.jdbc.max-size=7
            ## a variable beats files and keys of profiles
            QUARKUS_DATASOURCE_JDBC_MAX_SIZE=8
            == application.properties
            %prod.quarkus.datasource.jdbc.max-size=5
            quarkus.datasource.jdbc.max-size=6
            ## a variable for a profile
            _PROD_QUARKUS_DATASOURCE_JDBC_MAX_SIZE=9
            QUARKUS_DATASOURCE_JDBC_MAX_SIZE=8
            == application.properties
            quarkus.datasource.jdbc.max-size=6
            ## another profile
            QUARKUS_PROFILE=dev
            == application.properties
            %prod.quarkus.datasource.jdbc.max-size=5
            %dev.quarkus.datasource.jdbc.max-size=7
            ## several profiles, the last one wins
            QUARKUS_PROFILE=eu,big
            == application.properties
            %big.quarkus.datasource.jdbc.max-size=5
            %eu.quarkus.datasource.jdbc.max-size=7
            %eu.quarkus.datasource.jdbc.url=u
            ## a key for several profiles
            == application.properties
            %dev,prod.quarkus.datasource.jdbc.max-size=5
            ## a profile's file
            == application.properties
            %prod.quarkus.datasource.jdbc.max-size=5
            quarkus.datasource.jdbc.max-size=6
            == application-prod.properties
            quarkus.datasource.jdbc.max-size=7
            ## the files of several profiles
            QUARKUS_PROFILE=eu,big
            == application.properties
            other=1
            == application-eu.properties
            quarkus.datasource.jdbc.max-size=7
            quarkus.datasource.jdbc.url=u
            == application-big.properties
            quarkus.datasource.jdbc.max-size=8
            ## YAML beats properties, even a profile's
            == application.properties
            quarkus.datasource.jdbc.max-size=6
            == application-prod.properties
            quarkus.datasource.jdbc.max-size=7
            == application.yaml
            quarkus: { datasource: { jdbc: { max-size: 8 } } }
            ## MicroProfile's file is the weakest
            == META-INF/microprofile-config.properties
            quarkus.datasource.jdbc.max-size=6
            quarkus.datasource.jdbc.url=u
            == application.properties
            quarkus.datasource.jdbc.max-size=7
            ## a profile in YAML
            == application.yml
            quarkus:
              datasource:
                jdbc:
                  max-size: 6
            "%prod":
              quarkus:
                datasource:
                  jdbc:
                    max-size: 7
            ## keys with dots in YAML are one part
            == application.yaml
            quarkus.datasource.jdbc.max-size: 6
            quarkus:
              datasource:
                jdbc:
                  url: u
            ## a key that is nothing
            == application.yaml
            quarkus:
              datasource:
                jdbc:
                  max-size:
                    ~: 6
                    other: 1
            ## numbers in YAML are texts
            == application.yaml
            quarkus: { datasource: { jdbc: { max-size: 010, url: on } } }
            ## several documents
            == application.yaml
            quarkus: { datasource: { jdbc: { max-size: 1 } } }
            ---
            quarkus: { datasource: { jdbc: { max-size: 2, url: u } } }
            ## quotes
            == application.properties
            quarkus.datasource."orders".jdbc.url=u
            ## a variable for a name with quotes
            QUARKUS_DATASOURCE__ORDERS__JDBC_MAX_SIZE=3
            == application.properties
            quarkus.datasource."orders".jdbc.url=u
            ## quotes in YAML
            == application.yaml
            quarkus:
              datasource:
                '"orders"':
                  jdbc: { url: u, max-size: 4 }
            ## the case of a map's key
            == application.properties
            quarkus.datasource.jdbc.additional-jdbc-properties.ApplicationName=orders
            ## placeholders: a variable
            POOL_SIZE=6
            == application.properties
            quarkus.datasource.jdbc.max-size=${POOL_SIZE:5}
            ## placeholders: defaults in defaults
            SIZE=6
            == application.properties
            quarkus.datasource.jdbc.max-size=${POOL_SIZE:${SIZE:5}}
            quarkus.datasource.jdbc.url=${POOL_SIZE:${OTHER:jdbc:x:y}}
            ## placeholders: a key, for a profile
            == application.properties
            quarkus.datasource.jdbc.max-size=${size}
            size=1
            %prod.size=2
            ## placeholders: a variable as a key
            DB_HOST=h
            == application.properties
            quarkus.datasource.jdbc.url=jdbc:${db.host}/${db.name:d}
            ## escaped placeholders
            == application.properties
            quarkus.datasource.jdbc.url=a\\\\${b}
            ## an empty text is none
            == application.properties
            quarkus.datasource.jdbc.max-size=
            quarkus.datasource.jdbc.url=u
            ## an empty text of a profile hides the others
            == application.properties
            %prod.quarkus.datasource.jdbc.max-size=
            quarkus.datasource.jdbc.max-size=3
            quarkus.datasource.jdbc.url=u
            ## an empty variable
            QUARKUS_DATASOURCE_JDBC_MAX_SIZE=
            == application.properties
            quarkus.datasource.jdbc.max-size=3
            quarkus.datasource.jdbc.url=u
            """;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> smallRyeSaysTheSame() {
        return ConventionCase.tests(CASES, "quarkus", folder, QuarkusConventionsTest::smallRye);
    }

    private static Map<String, String> smallRye(ClassLoader loader, Map<String, String> variables) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .forClassLoader(loader)
                .addDefaultInterceptors()
                .withProfile(variables.getOrDefault("QUARKUS_PROFILE", "prod"))
                .withSources(new EnvConfigSource(variables, 300))
                .withSources(PropertiesConfigSourceLoader.inClassPath(
                        "META-INF/microprofile-config.properties", 100, loader))
                .withSources(PropertiesConfigSourceLoader.inClassPath("application.properties", 250, loader))
                .withSources(new Yaml().sources(loader))
                .build();
        Map<String, String> values = new TreeMap<>();
        KEYS.forEach(key ->
                values.put(key, config.getOptionalValue(key, String.class).orElse("")));
        return values;
    }

    /** The loader of Quarkus's extension for YAML. */
    private static final class Yaml extends AbstractLocationConfigSourceLoader {
        List<ConfigSource> sources(ClassLoader loader) {
            return loadConfigSources(new String[] {"application.yaml", "application.yml"}, 255, loader);
        }

        @Override
        protected String[] getFileExtensions() {
            return new String[] {"yaml", "yml"};
        }

        @Override
        protected ConfigSource loadConfigSource(URL url, int ordinal) throws IOException {
            return new YamlConfigSource(url, ordinal);
        }
    }
}
