package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.SourceModel.Renews;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Claim(
        id = "T11",
        rules = "missing-reconnect",
        text = "Which pools, with their defaults and with their switch, lend a session that the server has ended",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
@Execution(ExecutionMode.CONCURRENT)
class PoolsAfterKillTest {
    /** Longer than HikariCP's window of 500 ms, shorter than the others wait before they test. */
    private static final Duration IDLE = Duration.ofMillis(700);

    /** A threshold that {@link #IDLE} is longer than, for those that test after an idle time; Vibur counts seconds. */
    private static final String ALWAYS = "PT0S";

    static Stream<Arguments> poolsAndDrivers() {
        return withDrivers(List.of(Pool.values()));
    }

    static Stream<Arguments> poolsWithASwitch() {
        return withDrivers(Arrays.stream(Pool.values())
                        .filter(pool -> pool.knowledge().settings().containsKey(Property.VALIDATES_ON_BORROW))
                        .toList())
                .filter(each -> each.get()[0] != Pool.DRUID || each.get()[1] != Driver.MARIADB);
    }

    static Stream<Arguments> poolsWithAThreshold() {
        return withDrivers(Pool.thatRenew(Renews.AFTER_IDLE).stream()
                .filter(pool ->
                        pool != Pool.DRUID) // its threshold is the interval of a thread as well, and cannot be zero
                .toList());
    }

    private static Stream<Arguments> withDrivers(List<Pool> pools) {
        return pools.stream().flatMap(pool -> pool.drivers().stream().map(driver -> arguments(pool, driver)));
    }

    @ParameterizedTest
    @MethodSource("poolsAndDrivers")
    void defaultsDoWhatTheKnowledgeFileSays(Pool pool, Driver driver) throws SQLException {
        assertThat(survives(pool, driver, Map.of())).isEqualTo(isSaidToSurvive(pool));
    }

    @ParameterizedTest
    @MethodSource("poolsWithASwitch")
    void switchOfTheKnowledgeFileSavesTheBorrower(Pool pool, Driver driver) throws SQLException {
        assertThat(survives(pool, driver, Map.of(Property.VALIDATES_ON_BORROW, "true")))
                .isTrue();
    }

    /** Druid has tests of its own for servers that it knows by their driver, and MariaDB Connector/J is none of them. */
    @Test
    void druidTestsSessionsOfMariaDbConnectorOnlyByAQuery() throws SQLException {
        Map<Property, String> flag = Map.of(Property.VALIDATES_ON_BORROW, "true");
        assertThat(survives(Pool.DRUID, Driver.MARIADB, flag)).isFalse();
        Map<Property, String> query =
                Map.of(Property.VALIDATES_ON_BORROW, "true", Property.VALIDATION_QUERY, "SELECT 1");
        assertThat(survives(Pool.DRUID, Driver.MARIADB, query)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("poolsWithAThreshold")
    void thresholdOfTheKnowledgeFileSavesTheBorrower(Pool pool, Driver driver) throws SQLException {
        assertThat(survives(pool, driver, Map.of(Property.VALIDATION_IDLE, ALWAYS)))
                .isTrue();
    }

    private static boolean isSaidToSurvive(Pool pool) {
        String validates = pool.defaultOf(Property.VALIDATES_ON_BORROW).orElse("");
        return switch (pool.knowledge().renews()) {
            case ON_BORROW -> !validates.equals("false");
            case IF_ASKED -> validates.equals("true");
            case AFTER_IDLE -> validates.equals("true") || IDLE.compareTo(threshold(pool)) > 0;
            case NEVER -> false;
            case NOT_NEEDED -> true;
        };
    }

    private static Duration threshold(Pool pool) {
        return Duration.parse(pool.defaultOf(Property.VALIDATION_IDLE).orElseThrow());
    }

    private static boolean survives(Pool pool, Driver driver, Map<Property, String> settings) throws SQLException {
        try (Account account = driver.engine().newAccount();
                OpenPool open = pool.open(account, driver, settings)) {
            assertThat(open.ask("SELECT 1")).isEqualTo("1");
            account.awaitSessions(pool.sessionsByDefault());
            account.awaitIdle(IDLE);
            account.endSessions();
            return answers(open);
        }
    }

    private static boolean answers(OpenPool pool) {
        try {
            return pool.ask("SELECT 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }
}
