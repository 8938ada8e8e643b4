package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.proofs.Functions.KeepsConnection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@Claim(
        id = "T8",
        rules = "missing-idle-timeout",
        text =
                "TCP keepalive does not end the session of a stopped process: the kernel answers for it (a frozen microVM may differ)",
        engines = Engine.POSTGRESQL)
class KeepaliveTest {
    /** Three seconds without an answer would end the session. */
    private static final String KEEPALIVE =
            "options=-c%20tcp_keepalives_idle=1%20-c%20tcp_keepalives_interval=1%20-c%20tcp_keepalives_count=2";

    /** A session with an idle timeout of twice that says when the time has passed. */
    private static final String TIMEOUT = "options=-c%20idle_session_timeout=6000";

    @Test
    void sessionOutlivesTheProbes() throws SQLException {
        try (Account probed = Engine.POSTGRESQL.newAccount();
                Account timed = Engine.POSTGRESQL.newAccount();
                ExecutionEnvironment environment =
                        ExecutionEnvironment.init(KeepsConnection.class, probed.url(Driver.POSTGRESQL, KEEPALIVE));
                ExecutionEnvironment clock =
                        ExecutionEnvironment.init(KeepsConnection.class, timed.url(Driver.POSTGRESQL, TIMEOUT))) {
            assertThat(environment.invoke("SHOW tcp_keepalives_idle")).isEqualTo("ok 1");
            environment.freeze();
            assertThat(clock.invoke("SELECT 1")).isEqualTo("ok 1");
            clock.freeze();
            timed.awaitSessions(0);
            assertThat(probed.sessions()).isEqualTo(1);
        }
    }
}
