package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@Claim(
        id = "T2",
        rules = {"missing-program-name", "program-name-not-the-function"},
        text = "PostgreSQL keeps 63 bytes of a name; the name of a function may have 64 characters",
        engines = Engine.POSTGRESQL)
class ProgramNameLengthTest {
    private static final int LONGEST_FUNCTION_NAME = 64;
    private static final int KEPT = 63;

    @Test
    void lastOf64BytesIsLost() throws SQLException {
        String name = "f".repeat(LONGEST_FUNCTION_NAME - 1) + "1";
        try (Account account = Engine.POSTGRESQL.newAccount();
                Connection session = account.open(Driver.POSTGRESQL, "ApplicationName=" + name)) {
            assertThat(Sql.ask(session, "SHOW application_name")).isEqualTo(name.substring(0, KEPT));
            assertThat(account.engine()
                            .server()
                            .ask("SELECT application_name FROM pg_stat_activity WHERE usename = '" + account.name()
                                    + "'"))
                    .isEqualTo(name.substring(0, KEPT));
        }
    }
}
