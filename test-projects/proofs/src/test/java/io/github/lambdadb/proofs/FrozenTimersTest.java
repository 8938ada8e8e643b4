package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.proofs.Functions.KeepsConnection;
import io.github.lambdadb.proofs.Functions.KeepsDbcpPool;
import io.github.lambdadb.proofs.Functions.KeepsHikariPool;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Claim(
        id = "T7",
        rules = {"missing-idle-timeout", "missing-reconnect"},
        text = "A pool's idle timeout does not run while the environment is frozen, and the server's does",
        engines = Engine.POSTGRESQL)
@Execution(ExecutionMode.CONCURRENT)
class FrozenTimersTest {
    private static final String QUERY = "SELECT 1";
    private static final String SERVER_TIMEOUT = "options=-c%20idle_session_timeout=2000";

    /** A second environment that runs on says when the timer has passed. */
    @ParameterizedTest
    @ValueSource(classes = {KeepsHikariPool.class, KeepsDbcpPool.class})
    void timerOfTheClientStandsStill(Class<? extends LambdaFunction> function) throws SQLException {
        try (Account frozenAccount = Engine.POSTGRESQL.newAccount();
                Account runningAccount = Engine.POSTGRESQL.newAccount();
                ExecutionEnvironment frozen = init(function, frozenAccount);
                ExecutionEnvironment running = init(function, runningAccount)) {
            assertThat(frozen.invoke(QUERY)).isEqualTo("ok 1");
            frozen.freeze();
            assertThat(running.invoke(QUERY)).isEqualTo("ok 1");
            runningAccount.awaitSessions(0);
            assertThat(frozenAccount.sessions())
                    .as("sessions of the frozen one")
                    .isEqualTo(1);
            frozen.thaw();
            frozenAccount.awaitSessions(0);
        }
    }

    @Test
    void timerOfTheServerRunsAndTheBareConnectionIsLost() throws SQLException {
        try (Account account = Engine.POSTGRESQL.newAccount();
                ExecutionEnvironment environment = ExecutionEnvironment.init(
                        KeepsConnection.class, account.url(Driver.POSTGRESQL, SERVER_TIMEOUT))) {
            assertThat(environment.invoke(QUERY)).isEqualTo("ok 1");
            environment.freeze();
            account.awaitSessions(0);
            environment.thaw();
            assertThat(environment.invoke(QUERY)).isEqualTo("failed 57P05");
        }
    }

    @Test
    void timerOfTheServerRunsAndAPoolThatTestsRenews() throws SQLException {
        try (Account account = Engine.POSTGRESQL.newAccount();
                ExecutionEnvironment environment = ExecutionEnvironment.init(
                        KeepsHikariPool.class, account.url(Driver.POSTGRESQL, SERVER_TIMEOUT))) {
            String before = environment.invoke("SELECT pg_backend_pid()");
            environment.freeze();
            account.awaitSessions(0);
            environment.thaw();
            assertThat(environment.invoke("SELECT pg_backend_pid()"))
                    .startsWith("ok ")
                    .isNotEqualTo(before);
        }
    }

    @Test
    void frozenEnvironmentIsStoppedAndReapedOneIsGone() throws SQLException {
        try (Account account = Engine.POSTGRESQL.newAccount()) {
            try (ExecutionEnvironment environment = init(KeepsConnection.class, account)) {
                environment.freeze();
                Await.until("it is stopped", () -> environment.state().equals("T"));
                assertThat(account.sessions()).isEqualTo(1);
            }
            account.awaitSessions(0);
        }
    }

    private static ExecutionEnvironment init(Class<? extends LambdaFunction> function, Account account) {
        return ExecutionEnvironment.init(function, account.url(Driver.POSTGRESQL));
    }
}
