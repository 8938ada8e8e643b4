package io.github.lambdadb.proofs;

import io.github.lambdadb.facts.Property;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Claim(
        id = "T5",
        rules = {"oversized-pool", "eager-connections"},
        text = "A pool with its defaults opens more sessions than the one query needs; a pool of one opens one",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
@Execution(ExecutionMode.CONCURRENT)
class DefaultPoolSizesTest {
    private static final Duration SETTLED = Duration.ofMillis(500);

    static Stream<Arguments> poolsAndDrivers() {
        return Arrays.stream(Pool.values())
                .flatMap(pool -> pool.drivers().stream().map(driver -> Arguments.of(pool, driver)));
    }

    @ParameterizedTest
    @MethodSource("poolsAndDrivers")
    void oneQueryOpensWhatTheKnowledgeFileSays(Pool pool, Driver driver) throws SQLException {
        expectSessions(pool, driver, Map.of(), pool.sessionsByDefault());
    }

    @ParameterizedTest
    @MethodSource("poolsAndDrivers")
    void poolOfOneOpensOne(Pool pool, Driver driver) throws SQLException {
        Map<Property, String> settings = new LinkedHashMap<>();
        pool.knowledge().startup().opens().stream()
                .filter(property -> pool.defaultOf(property)
                        .filter(number -> Integer.parseInt(number) > 1)
                        .isPresent())
                .forEach(property -> settings.put(property, "1"));
        if (pool.knowledge().settings().containsKey(Property.MAXIMUM_SIZE)) {
            settings.put(Property.MAXIMUM_SIZE, "1");
        }
        expectSessions(pool, driver, settings, 1);
    }

    /** As many, and no more when all of them have rested for a while. */
    private static void expectSessions(Pool pool, Driver driver, Map<Property, String> settings, int expected)
            throws SQLException {
        try (Account account = driver.engine().newAccount();
                OpenPool open = pool.open(account, driver, settings)) {
            open.ask("SELECT 1");
            account.awaitSessions(expected);
            account.awaitIdle(SETTLED);
            account.awaitSessions(expected);
        }
    }
}
