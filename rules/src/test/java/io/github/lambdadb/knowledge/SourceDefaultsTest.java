package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Property;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Makes a fresh object of each library and asks it whether the defaults in the files are true. */
class SourceDefaultsTest {
    /** Sources with defaults that no method reads back, and why. */
    private static final Map<String, String> UNREADABLE = Map.of(
            "mariadb-pool", "the settings stand in the URL and have no getters",
            "agroal", "the suppliers have no getters; AgroalDefaultsTest asks what they supply",
            "hibernate", "the settings are keys of a configuration; read in DriverManagerConnectionProvider",
            "jpa", "as for hibernate",
            "eclipselink", "as for hibernate; the proofs of frameworks read the real pool",
            "quarkus-agroal", "QuarkusDefaultsTest asks what declares them",
            "r2dbc-pool", "the builder has no getters",
            "vertx-pool", "the options are of a library that is here without those it needs");

    /** What a getter says where the file says it in another way. */
    private static final Map<String, String> SAID_OTHERWISE = Map.of(
            "hikaricp MINIMUM_IDLE", "-1", // becomes the maximum in validate()
            "pg-pool MAXIMUM_SIZE", "0"); // no limit

    /** Sources that have no constructor to call. */
    private static final Map<String, Callable<Object>> MAKERS =
            Map.of("h2-pool", () -> JdbcConnectionPool.create("jdbc:h2:mem:defaults", "", ""));

    @TestFactory
    Stream<DynamicTest> aFreshObjectReportsTheDefaults() {
        List<SourceModel> withDefaults = Catalog.builtIn().sources().stream()
                .filter(source -> source.settings().values().stream()
                        .anyMatch(setting -> !setting.defaults().isEmpty()))
                .toList();
        assertThat(withDefaults).hasSizeGreaterThan(12);
        return withDefaults.stream().map(source -> DynamicTest.dynamicTest(source.id(), () -> compare(source)));
    }

    private static void compare(SourceModel source) throws Exception {
        if (UNREADABLE.containsKey(source.id())) {
            assertThat(source.settings().values())
                    .allMatch(setting -> setting.getters().isEmpty());
            return;
        }
        List<Object> fresh = fresh(source);
        assertThat(fresh).isNotEmpty();
        for (Map.Entry<Property, SettingModel> entry : source.settings().entrySet()) {
            SettingModel setting = entry.getValue();
            // of ranges of versions, the newest stands last, and is what the tests run with
            Optional<SettingModel.Default> claimed = setting.defaults().stream().reduce((older, newer) -> newer);
            if (claimed.isPresent()) {
                String said = SAID_OTHERWISE.getOrDefault(
                        source.id() + " " + entry.getKey(), claimed.get().value());
                List<String> reported = reported(fresh, entry.getKey(), setting);
                assertThat(reported)
                        .as("%s of %s", entry.getKey(), source.id())
                        .isNotEmpty()
                        .containsOnly(said);
            }
        }
    }

    private static List<Object> fresh(SourceModel source) throws Exception {
        List<Object> fresh = new ArrayList<>();
        if (MAKERS.containsKey(source.id())) {
            fresh.add(MAKERS.get(source.id()).call());
        }
        for (Map.Entry<String, TypeModel> type : source.types().entrySet()) {
            boolean hasPlainConstructor = type.getValue().constructors().stream()
                    .anyMatch(constructor -> constructor.arguments().isEmpty());
            // a copy of a product in another product's packages needs more than its own jar to be loaded
            if (hasPlainConstructor
                    && !type.getKey().contains(".managed.")
                    && !type.getKey().contains("tomcat.dbcp")) {
                fresh.add(Class.forName(type.getKey()).getConstructor().newInstance());
            }
        }
        return fresh;
    }

    private static List<String> reported(List<Object> fresh, Property property, SettingModel setting)
            throws ReflectiveOperationException {
        List<String> reported = new ArrayList<>();
        for (Object object : fresh) {
            for (String getter : setting.getters()) {
                Optional<Method> method = Stream.of(object.getClass().getMethods())
                        .filter(each -> each.getName().equals(getter) && each.getParameterCount() == 0)
                        .findFirst();
                if (method.isPresent()) {
                    Object value = method.get().invoke(object);
                    reported.add(property.type() == Property.Type.DURATION ? duration(value, setting) : value + "");
                }
            }
        }
        return reported;
    }

    private static String duration(Object value, SettingModel setting) {
        if (value instanceof Duration duration) {
            return (duration.isNegative() ? Duration.ZERO : duration).toString();
        }
        long number = ((Number) value).longValue();
        if (number < 0 || String.valueOf(number).equals(setting.neverValue())) {
            return Duration.ZERO.toString();
        }
        return (switch (setting.unit()) {
                    case NONE -> throw new IllegalStateException("a duration without unit");
                    case MILLISECONDS -> Duration.ofMillis(number);
                    case SECONDS -> Duration.ofSeconds(number);
                    case MINUTES -> Duration.ofMinutes(number);
                })
                .toString();
    }
}
