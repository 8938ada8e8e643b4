package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings in force: what was set, defaults where nothing was, and what is not known said so. */
class SettingFactsTest {
    private static final String HIKARI = "HikariDataSource";
    private static final String DBCP = "org.apache.commons.dbcp2.BasicDataSource";
    private static final String BONE = "com.jolbox.bonecp.BoneCPDataSource";

    @TempDir
    private Path folder;

    @Test
    void whatIsSetIsInForce() throws IOException {
        Setting size = setting(HIKARI, "POOL.setMaximumPoolSize(3);", Property.MAXIMUM_SIZE);
        assertThat(size.key()).isEqualTo("maximumPoolSize");
        assertThat(size.origin()).isEqualTo(Setting.Origin.CODE);
        assertThat(candidates(size)).containsExactly("3");
        assertThat(size.value().isComplete()).isTrue();
        assertThat(size.value().candidates().get(0).evidence().steps())
                .extracting(Evidence.Step::text)
                .contains("setMaximumPoolSize");
    }

    @Test
    void whatIsNotSetHasItsDefault() throws IOException {
        Setting size = setting(HIKARI, "", Property.MAXIMUM_SIZE);
        assertThat(size.origin()).isEqualTo(Setting.Origin.DEFAULT);
        assertThat(candidates(size)).containsExactly("10");
        assertThat(source(HIKARI, "").setting(Property.PASSWORD)).isEmpty();
    }

    @Test
    void aDefaultMayBeAnotherSettingsValue() throws IOException {
        Setting idle = setting(HIKARI, "POOL.setMaximumPoolSize(3);", Property.MINIMUM_IDLE);
        assertThat(idle.origin()).isEqualTo(Setting.Origin.DEFAULT);
        assertThat(candidates(idle)).containsExactly("3");
        assertThat(candidates(
                        setting(HIKARI, "POOL.setMaximumPoolSize(3); POOL.setMinimumIdle(1);", Property.MINIMUM_IDLE)))
                .containsExactly("1");
    }

    @Test
    void oneOfSeveralValuesIsOneOfSeveral() throws IOException {
        Setting chosen =
                setting(HIKARI, "POOL.setMaximumPoolSize(Boolean.getBoolean(\"x\") ? 3 : 5);", Property.MAXIMUM_SIZE);
        assertThat(candidates(chosen)).containsExactly("3", "5");
        assertThat(chosen.value().isComplete()).isTrue();
        Setting perhaps = setting(
                HIKARI, "if (Boolean.getBoolean(\"x\")) { POOL.setMaximumPoolSize(3); }", Property.MAXIMUM_SIZE);
        assertThat(candidates(perhaps)).containsExactlyInAnyOrder("3", "10");
        assertThat(perhaps.origin()).isEqualTo(Setting.Origin.CODE);
        Setting half = setting(
                HIKARI,
                "POOL.setMaximumPoolSize(Boolean.getBoolean(\"x\") ? 3 : Integer.getInteger(\"y\"));",
                Property.MAXIMUM_SIZE);
        assertThat(candidates(half)).containsExactly("3");
        assertThat(half.value().isComplete()).isFalse();
    }

    @Test
    void whatIsNotKnownTellsWhy() throws IOException {
        Setting size = setting(HIKARI, "POOL.setMaximumPoolSize(Integer.getInteger(\"size\"));", Property.MAXIMUM_SIZE);
        assertThat(size.value()).isInstanceOf(Value.Unknown.class);
        assertThat(size.origin()).isEqualTo(Setting.Origin.CODE);
        Setting url = setting(HIKARI, "POOL.setJdbcUrl(System.getenv(\"URL\"));", Property.URL);
        assertThat(candidates(url)).containsExactly("${URL}");
        Setting idle =
                setting(HIKARI, "POOL.setIdleTimeout(Long.parseLong(System.getenv(\"IDLE\")));", Property.IDLE_TIMEOUT);
        assertThat(idle.value())
                .isInstanceOfSatisfying(
                        Value.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isNotEmpty());
    }

    @Test
    void aDefaultThatIsAnotherSettingIsNoValueOfItsOwn() throws IOException {
        Setting perhaps =
                setting(HIKARI, "if (Boolean.getBoolean(\"x\")) { POOL.setMinimumIdle(1); }", Property.MINIMUM_IDLE);
        assertThat(candidates(perhaps)).containsExactly("1");
        assertThat(perhaps.value().isComplete()).isFalse();
    }

    @Test
    void aValueOfWhichOnlyTheNameIsKnownIsNamed() throws IOException {
        Setting size = Snippet.facts(
                        folder,
                        "private static final HikariDataSource POOL = pool(); static HikariDataSource pool() {"
                                + " Properties p = new Properties(); p.setProperty(\"maximumPoolSize\", System.getenv(\"SIZE\"));"
                                + " return new HikariDataSource(new HikariConfig(p)); }",
                        "POOL.getConnection(); return event;")
                .sources()
                .get(0)
                .setting(Property.MAXIMUM_SIZE)
                .orElseThrow();
        assertThat(size.value())
                .isInstanceOfSatisfying(
                        Value.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo("the value of ${SIZE}"));
        assertThat(setting(HIKARI, "POOL.setUsername(null);", Property.USER).value())
                .isInstanceOfSatisfying(
                        Value.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo("null"));
    }

    @Test
    void whatCodeGetsThatWasNotSeenMayBeSetThere() throws IOException {
        Setting size = setting(HIKARI, "com.acme.Other.configure(POOL);", Property.MAXIMUM_SIZE);
        assertThat(size.isSet()).isFalse();
        assertThat(size.value().isComplete()).isFalse();
    }

    @Test
    void aSecretIsNotTold() throws IOException {
        assertThat(candidates(setting(HIKARI, "POOL.setPassword(\"hunter2\");", Property.PASSWORD)))
                .containsExactly("***");
        assertThat(candidates(setting(HIKARI, "POOL.setPassword(System.getenv(\"PW\"));", Property.PASSWORD)))
                .containsExactly("${PW}");
        assertThat(candidates(setting(HIKARI, "POOL.setUsername(\"orders\");", Property.USER)))
                .containsExactly("orders");
    }

    @Test
    void durationsAreInTheUnitOfTheirSetter() throws IOException {
        assertThat(candidates(setting(HIKARI, "POOL.setIdleTimeout(30500);", Property.IDLE_TIMEOUT)))
                .containsExactly("PT30.5S");
        assertThat(candidates(setting(BONE, "POOL.setIdleMaxAgeInMinutes(5);", Property.IDLE_TIMEOUT)))
                .containsExactly("PT5M");
        assertThat(candidates(setting(
                        "org.vibur.dbcp.ViburDBCPDataSource",
                        "POOL.setLoginTimeoutInSeconds(7);",
                        Property.LOGIN_TIMEOUT)))
                .containsExactly("PT7S");
        assertThat(candidates(
                        setting(DBCP, "POOL.setMaxConn(java.time.Duration.ofMinutes(2));", Property.MAX_LIFETIME)))
                .containsExactly("PT2M");
    }

    @Test
    void noLimitIsTheLargestNumberAndNoDurationIsZero() throws IOException {
        assertThat(candidates(setting(DBCP, "POOL.setMaxTotal(-1);", Property.MAXIMUM_SIZE)))
                .containsExactly(String.valueOf(Integer.MAX_VALUE));
        assertThat(candidates(setting(DBCP, "POOL.setMaxTotal(4);", Property.MAXIMUM_SIZE)))
                .containsExactly("4");
        assertThat(candidates(setting(DBCP, "POOL.setMaxConnLifetimeMillis(-1);", Property.MAX_LIFETIME)))
                .containsExactly("PT0S");
    }

    @Test
    void flagsAreAsTheyStand() throws IOException {
        assertThat(candidates(setting(HIKARI, "POOL.setAutoCommit(false);", Property.AUTO_COMMIT)))
                .containsExactly("false");
    }

    @Test
    void aSourceTellsWhatItIsAndWhere() throws IOException {
        ConnectionSource source = source(HIKARI, "POOL.setMaximumPoolSize(3);");
        assertThat(source.title()).isEqualTo("The HikariCP pool of 'Db'");
        assertThat(source.subject().name()).isEqualTo("POOL");
        assertThat(source.lifetime().name()).isEqualTo("ENVIRONMENT");
        assertThat(source.version()).isEmpty();
        assertThat(source.path().steps()).extracting(Evidence.Step::text).endsWith("is created");
        assertThat(source.ignoredSettings()).isEmpty();
    }

    private static List<String> candidates(Setting setting) {
        return setting.value().candidates().stream().map(Value.Known::value).toList();
    }

    private Setting setting(String type, String statements, Property property) throws IOException {
        return source(type, statements).setting(property).orElseThrow();
    }

    private ConnectionSource source(String type, String statements) throws IOException {
        List<ConnectionSource> sources = Snippet.facts(
                        folder,
                        "private static final " + type + " POOL = new " + type + "(); static { " + statements + " }",
                        "POOL.getConnection(); return event;")
                .sources();
        assertThat(sources).hasSize(1);
        return sources.get(0);
    }
}
