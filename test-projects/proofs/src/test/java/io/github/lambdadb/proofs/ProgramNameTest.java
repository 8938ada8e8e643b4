package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.knowledge.DriverModel.ProgramNameModel;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Claim(
        id = "T1",
        rules = "missing-program-name",
        text = "The server shows the name that the driver's property gives, and none, or the driver's own, without it",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
@Execution(ExecutionMode.CONCURRENT)
class ProgramNameTest {
    private static final String NAME = "orders";

    @ParameterizedTest
    @EnumSource
    void propertyOfTheKnowledgeFileNamesTheSession(Driver driver) throws SQLException {
        ProgramNameModel known = driver.knowledge().programName();
        try (Account account = driver.engine().newAccount();
                Connection session = account.open(driver, known.key() + "=" + known.part() + NAME)) {
            assertThat(session.isValid(1)).isTrue();
            assertThat(shownBy(account)).isEqualTo(NAME);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sessionWithoutItShowsTheDefaultOfTheKnowledgeFile(Driver driver) throws SQLException {
        ProgramNameModel known = driver.knowledge().programName();
        try (Account account = driver.engine().newAccount();
                Connection session = account.open(driver)) {
            assertThat(session.isValid(1)).isTrue();
            assertThat(shownBy(account)).isEqualTo(known.byDefault().isEmpty() ? "null" : known.byDefault());
        }
    }

    @ParameterizedTest
    @EnumSource
    void lookAlikesOfTheKnowledgeFileNameNothing(Driver driver) throws SQLException {
        ProgramNameModel known = driver.knowledge().programName();
        assertThat(known.lookAlikes()).isNotEmpty();
        for (String lookAlike : known.lookAlikes()) {
            try (Account account = driver.engine().newAccount();
                    Connection session = account.open(driver, lookAlike + "=" + known.part() + NAME)) {
                assertThat(session.isValid(1)).isTrue();
                assertThat(shownBy(account)).as(lookAlike).isNotEqualTo(NAME);
            }
        }
    }

    @Test
    void queryOfTheArticleCountsTheSessionsOfEachProgram() throws SQLException {
        try (Account account = Engine.MARIADB.newAccount();
                Connection first = account.open(Driver.MYSQL, "connectionAttributes=program_name:counted");
                Connection second = account.open(Driver.MARIADB, "connectionAttributes=program_name:counted")) {
            assertThat(first.isValid(1)).isTrue();
            assertThat(second.isValid(1)).isTrue();
            String counts = "SELECT program_name, COUNT(*) AS sessions FROM sys.session GROUP BY program_name";
            String query = "SELECT sessions FROM (" + counts + ") AS counts WHERE program_name = 'counted'";
            assertThat(Engine.MARIADB.server().ask(query)).isEqualTo("2");
        }
    }

    private static String shownBy(Account account) throws SQLException {
        return account.engine()
                .server()
                .ask(
                        account.engine() == Engine.POSTGRESQL
                                ? "SELECT application_name FROM pg_stat_activity WHERE usename = '" + account.name()
                                        + "'"
                                : "SELECT MAX(attr_value) FROM performance_schema.session_connect_attrs"
                                        + " JOIN information_schema.processlist ON processlist_id = id"
                                        + " WHERE attr_name = 'program_name' AND user = '" + account.name() + "'");
    }
}
