package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Claim(
        id = "T18",
        rules = {
            "oversized-pool",
            "eager-connections",
            "missing-program-name",
            "pool-per-invocation",
            "unclosed-connection",
            "closed-check-is-not-liveness",
            "missing-reconnect",
            "session-state-leak",
            "transaction-across-invocations",
            "shared-source-closed"
        },
        text =
                "A function that the rule finds shows the harm on the server; the same function, fixed as the page says, does not",
        engines = Engine.POSTGRESQL)
@Execution(ExecutionMode.CONCURRENT)
class GuiltyAndFixedTest {
    private static final String QUERY = "SELECT 1";
    private static final int INVOCATIONS = 2;

    /** What is seen when a function has been invoked. */
    private interface Observation {
        void on(ExecutionEnvironment environment, Account account) throws SQLException;
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                arguments("oversized-pool, guilty", GuiltyFunctions.DefaultPool.class, sessions(10)),
                arguments("oversized-pool, fixed", FixedFunctions.PoolOfOne.class, sessions(1)),
                arguments(
                        "missing-program-name, guilty",
                        GuiltyFunctions.DefaultPool.class,
                        name("PostgreSQL JDBC Driver")),
                arguments("missing-program-name, fixed", FixedFunctions.PoolOfOne.class, name("orders")),
                arguments("pool-per-invocation, guilty", GuiltyFunctions.PoolPerInvocation.class, sessions(20)),
                arguments("pool-per-invocation, fixed", FixedFunctions.PoolOfOne.class, sessions(1)),
                arguments(
                        "unclosed-connection, guilty", GuiltyFunctions.UnclosedConnection.class, sessions(INVOCATIONS)),
                arguments("unclosed-connection, fixed", FixedFunctions.ClosedConnection.class, sessions(0)),
                arguments(
                        "closed-check-is-not-liveness, guilty",
                        GuiltyFunctions.ClosedCheck.class,
                        afterAnEnd("failed")),
                arguments("closed-check-is-not-liveness, fixed", FixedFunctions.ValidCheck.class, afterAnEnd("ok")),
                arguments("missing-reconnect, guilty", GuiltyFunctions.UntestedPool.class, afterAnEnd("failed")),
                arguments("missing-reconnect, fixed", FixedFunctions.TestedPool.class, afterAnEnd("ok")),
                arguments(
                        "session-state-leak, guilty",
                        GuiltyFunctions.SessionState.class,
                        secondTenantFinds("ok tenant_a")),
                arguments(
                        "session-state-leak, fixed",
                        FixedFunctions.TransactionState.class,
                        secondTenantFinds("ok \"$user\", public")),
                arguments(
                        "transaction-across-invocations, guilty",
                        GuiltyFunctions.OpenTransaction.class,
                        state("idle in transaction")),
                arguments("transaction-across-invocations, fixed", FixedFunctions.PoolOfOne.class, state("idle")),
                arguments("shared-source-closed, guilty", GuiltyFunctions.ClosedSource.class, second("failed")),
                arguments("shared-source-closed, fixed", FixedFunctions.PoolOfOne.class, second("ok")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void functionShowsIt(String name, Class<? extends LambdaFunction> function, Observation observation)
            throws SQLException {
        try (Account account = Engine.POSTGRESQL.newAccount();
                ExecutionEnvironment environment =
                        ExecutionEnvironment.init(function, account.url(Driver.POSTGRESQL))) {
            observation.on(environment, account);
        }
    }

    private static Observation sessions(int expected) {
        return (environment, account) -> {
            for (int invocation = 0; invocation < INVOCATIONS; invocation++) {
                assertThat(environment.invoke(QUERY)).isEqualTo("ok 1");
            }
            account.awaitSessions(expected);
        };
    }

    private static Observation name(String expected) {
        return (environment, account) -> {
            environment.invoke(QUERY);
            assertThat(ofSession(account, "application_name")).isEqualTo(expected);
        };
    }

    private static Observation state(String expected) {
        return (environment, account) -> {
            environment.invoke(QUERY);
            assertThat(ofSession(account, "state")).isEqualTo(expected);
        };
    }

    private static Observation afterAnEnd(String expected) {
        return (environment, account) -> {
            assertThat(environment.invoke(QUERY)).isEqualTo("ok 1");
            account.awaitIdle(Duration.ofMillis(100));
            account.endSessions();
            assertThat(environment.invoke(QUERY)).startsWith(expected);
        };
    }

    private static Observation second(String expected) {
        return (environment, account) -> {
            assertThat(environment.invoke(QUERY)).isEqualTo("ok 1");
            assertThat(environment.invoke(QUERY)).startsWith(expected);
        };
    }

    private static Observation secondTenantFinds(String expected) {
        return (environment, account) -> {
            environment.invoke("tenant_a");
            assertThat(environment.invoke("tenant_b")).isEqualTo(expected);
        };
    }

    private static String ofSession(Account account, String column) throws SQLException {
        return account.engine()
                .server()
                .ask("SELECT " + column + " FROM pg_stat_activity WHERE usename = '" + account.name() + "' LIMIT 1");
    }
}
