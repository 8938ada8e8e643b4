package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Property;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The defaults of the pool that Quarkus makes are those that its own configuration declares; else they are Agroal's. */
class QuarkusDefaultsTest {
    private static final String VERSION = "3.30.1";
    private static final String DECLARED = "io.quarkus.agroal.runtime.DataSourceJdbcRuntimeConfig";

    @TestFactory
    Stream<DynamicTest> defaultsAreDeclared() {
        Map<Property, SettingModel> settings =
                Catalog.builtIn().source("quarkus-agroal").orElseThrow().settings();
        assertThat(settings).hasSizeGreaterThan(8);
        return settings.entrySet().stream()
                .filter(entry -> !entry.getValue().defaults().isEmpty())
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getValue().keys().get(0), () -> compare(entry.getKey(), entry.getValue())));
    }

    private static void compare(Property property, SettingModel setting) throws ReflectiveOperationException {
        Method declared =
                Class.forName(DECLARED).getMethod(camelCase(setting.keys().get(0)));
        WithDefault said = declared.getAnnotation(WithDefault.class);
        assertThat(values(setting)).containsExactlyElementsOf(said == null ? agroal(property) : said(property, said));
    }

    private static List<String> said(Property property, WithDefault said) {
        return List.of(
                property.type() == Property.Type.DURATION
                        ? Duration.parse("PT" + said.value().toUpperCase(Locale.ROOT))
                                .toString()
                        : said.value());
    }

    private static List<String> agroal(Property property) {
        return values(
                Catalog.builtIn().source("agroal").orElseThrow().settings().get(property));
    }

    private static List<String> values(SettingModel setting) {
        return setting.defaultsOf(VERSION).stream()
                .map(SettingModel.Default::value)
                .toList();
    }

    private static String camelCase(String key) {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("-", -1)) {
            name.append(name.length() == 0 ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
