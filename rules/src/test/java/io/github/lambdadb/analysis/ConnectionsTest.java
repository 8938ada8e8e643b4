package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.ProgramName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls on connections, sources and what works on them do and answer. */
class ConnectionsTest {
    private static final String OPEN = "Connection c = DriverManager.getConnection(\"jdbc:postgresql://h/d\"); ";
    private static final String POOL =
            "HikariDataSource pool = new HikariDataSource(); pool.setJdbcUrl(\"jdbc:postgresql://h/d\"); ";

    @TempDir
    private Path folder;

    @Test
    void whatTheDatabaseAnswersIsNotKnown() throws IOException {
        assertThat(run(OPEN + "return c.createStatement().executeUpdate(\"DELETE\");")
                        .result())
                .isInstanceOfSatisfying(
                        Term.Opaque.class,
                        answer -> assertThat(answer.reason()).isEqualTo("what the database answers"));
        assertThat(run(OPEN + "return c.createStatement().executeQuery(\"SELECT\");")
                        .returned())
                .containsExactly("ResultSet");
        assertThat(run(OPEN + "return c.createStatement();").returned()).containsExactly("Statement");
    }

    @Test
    void theProgramKnowsWhatItHasClosed() throws IOException {
        assertThat(run(OPEN + "return c.isClosed();").returned()).containsExactly("false");
        assertThat(run(OPEN + "c.close(); return c.isClosed();").returned()).containsExactly("true");
        assertThat(run(OPEN + "if (maybe) { c.close(); } return c.isClosed();").returned())
                .containsExactly("?");
        assertThat(run(OPEN + "c.close(); return c.isValid(1);").returned()).containsExactly("false");
        assertThat(run(OPEN + "return c.isValid(1);").result()).isInstanceOf(Term.Test.class);
        assertThat(run("org.hibernate.SessionFactory f = (org.hibernate.SessionFactory) given;"
                                + " org.hibernate.Session s = f.openSession(); return s.isOpen();")
                        .returned())
                .containsExactly("true");
    }

    @Test
    void aUseIsAnEventOfTheSession() throws IOException {
        Snippet used = run(
                OPEN + "c.createStatement().execute(\"DELETE\"); c.createStatement().execute(\"DELETE\"); return 1;");
        assertThat(used.events(Recorder.Kind.QUERIED))
                .extracting(Recorder.Event::call)
                .containsExactly("execute", "execute");
        assertThat(used.events(Recorder.Kind.QUERIED))
                .extracting(Recorder.Event::isFirst)
                .containsExactly(true, false);
        assertThat(used.events(Recorder.Kind.QUERIED)).allMatch(Recorder.Event::guarded);
        assertThat(run(OPEN + "c.getAutoCommit(); return 1;").events(Recorder.Kind.QUERIED))
                .isEmpty();
        assertThat(run(OPEN + "c.isValid(1); return 1;").events(Recorder.Kind.VALIDATED))
                .hasSize(1);
        assertThat(run(OPEN + "c.isClosed(); return 1;").events(Recorder.Kind.BOOKKEEPING))
                .hasSize(1);
        assertThat(run(OPEN + "return c == null;").events(Recorder.Kind.NULL_CHECKED))
                .hasSize(1);
        assertThat(run("return given == null;").events(Recorder.Kind.NULL_CHECKED))
                .isEmpty();
    }

    @Test
    void whatIsDoneToAPoolIsAnEventOfThePool() throws IOException {
        Snippet lent =
                run(POOL + "Connection c = pool.getConnection(); pool.getHikariPoolMXBean().softEvictConnections();"
                        + " return c;");
        assertThat(lent.returned()).containsExactly("Connection");
        assertThat(lent.events(Recorder.Kind.BORROWED)).hasSize(2);
        assertThat(lent.events(Recorder.Kind.EVICTED)).hasSize(1);
        assertThat(lent.machine().recorder().sessions()).hasSize(1);
        assertThat(lent.machine().openings().open()).hasSize(2);
    }

    @Test
    void aStatementClosesItselfAlone() throws IOException {
        assertThat(open(OPEN + "Statement s = c.createStatement(); s.close(); return 1;"))
                .hasSize(1);
        assertThat(open(OPEN + "c.close(); return 1;")).isEmpty();
        assertThat(open(OPEN + "com.acme.Other.use(c); return 1;")).isEmpty();
    }

    @Test
    void aPoolClosesWhatItLent() throws IOException {
        assertThat(open(POOL + "Connection c = pool.getConnection(); pool.close(); return 1;"))
                .isEmpty();
        assertThat(open(POOL + "Connection c = pool.getConnection(); c.close(); return 1;"))
                .as("the pool")
                .hasSize(1);
    }

    @Test
    void aLibraryMayCloseOrGiveBack() throws IOException {
        String utils = "org.apache.commons.dbutils.DbUtils.closeQuietly(";
        assertThat(open(OPEN + utils + "c); return 1;")).isEmpty();
        assertThat(open(OPEN + "Statement s = c.createStatement(); " + utils + "s); return 1;"))
                .hasSize(1);
        assertThat(open(POOL + "Connection c = org.springframework.jdbc.datasource.DataSourceUtils.getConnection(pool);"
                        + " return 1;"))
                .hasSize(2);
        assertThat(open(POOL + "Connection c = pool.getConnection();"
                        + " org.springframework.jdbc.datasource.DataSourceUtils.releaseConnection(c, pool); return 1;"))
                .as("the pool stays open")
                .hasSize(1);
    }

    @Test
    void aSourceThatWasNotSeenLendsAllTheSame() throws IOException {
        assertThat(open("Connection c = ((DataSource) given).getConnection(); return 1;"))
                .hasSize(1);
        assertThat(open("Object o = ((DataSource) given).getLoginTimeout(); return 1;"))
                .isEmpty();
    }

    @Test
    void theOneSessionOfASourceIsNotOwed() throws IOException {
        String single = "org.springframework.jdbc.datasource.SingleConnectionDataSource";
        assertThat(run(single + " source = new " + single + "(\"jdbc:postgresql://h/d\", true);"
                                + " Connection c = source.getConnection(); return 1;")
                        .machine()
                        .openings()
                        .open())
                .noneMatch(object -> object.type().equals("java.sql.Connection"));
    }

    @Test
    void aSessionIsNamedByClientInfoOrAStatement() throws IOException {
        assertThat(name("c.setClientInfo(\"ApplicationName\", \"orders\");").state())
                .isEqualTo(ProgramName.State.SET);
        assertThat(name("c.setClientInfo(\"Name\", \"orders\");").state()).isNotEqualTo(ProgramName.State.SET);
        assertThat(name("c.createStatement().execute(\"  SET application_name = 'orders'\");")
                        .state())
                .isEqualTo(ProgramName.State.SET);
        assertThat(name("c.createStatement().execute(\"SELECT 'application_name = 1'\");")
                        .state())
                .isEqualTo(ProgramName.State.ABSENT);
    }

    @Test
    void whatACallAnswersIsNotSearchedForElsewhere() throws IOException {
        assertThat(run(OPEN + "return c.close();").returned()).containsExactly("null");
        assertThat(run(POOL + "return pool.getHikariPoolMXBean().softEvictConnections();")
                        .returned())
                .containsExactly("null");
        assertThat(run(OPEN + "return c.unheardOf();").returned()).containsExactly("?");
    }

    @Test
    void theStatementThatSetsSomethingIsShown() throws IOException {
        assertThat(name("c.createStatement().execute(\"SET application_name = 'orders'\");")
                        .evidence()
                        .steps())
                .extracting(step -> step.text())
                .contains("runs SET application_name");
    }

    @Test
    void aPoolClosesOnlyWhatItLent() throws IOException {
        assertThat(open(OPEN + POOL + "pool.close(); return 1;")).hasSize(1);
        assertThat(open(POOL + "HikariDataSource other = new HikariDataSource(); Connection c = other.getConnection();"
                        + " pool.close(); return 1;"))
                .hasSize(2);
    }

    @Test
    void whoeverGetsAStatementMayCloseItsConnection() throws IOException {
        assertThat(open(OPEN + "Statement s = c.createStatement(); com.acme.Other.use(s); return 1;"))
                .isEmpty();
    }

    @Test
    void aClosedConnectionIsUsedThoughClosed() throws IOException {
        String kept = "private static final HikariDataSource POOL = new HikariDataSource(); ";
        assertThat(Snippet.facts(folder, kept, "POOL.getConnection(); POOL.close(); return event;")
                        .usesAfterClose())
                .hasSize(1);
        assertThat(Snippet.facts(folder, kept, "POOL.getConnection(); return event;")
                        .usesAfterClose())
                .isEmpty();
    }

    @Test
    void whoTidiesUpAfterAFailureDoesNotUseTheSession() throws IOException {
        String kept = "private final " + OPEN;
        assertThat(
                        calls(
                                kept,
                                "try { c.createStatement().execute(\"A\"); } catch (SQLException e) { c.rollback(); } return event;"))
                .containsExactly("execute");
        assertThat(calls(kept, "try { c.createStatement().execute(\"A\"); } finally { c.commit(); } return event;"))
                .contains("commit");
    }

    private ProgramName name(String statements) throws IOException {
        return sources(
                        "private final " + OPEN + "{ " + statements + " }",
                        "c.createStatement().execute(\"A\"); return event;")
                .get(0)
                .programName();
    }

    private List<String> calls(String members, String statements) throws IOException {
        return sources(members, statements).get(0).unguardedCalls().stream()
                .map(DatabaseCall::call)
                .toList();
    }

    private List<ConnectionSource> sources(String members, String statements) throws IOException {
        return Snippet.facts(folder, members, statements).sources();
    }

    private Set<HeapObject> open(String statements) throws IOException {
        return run(statements).machine().openings().open();
    }

    private Snippet run(String statements) throws IOException {
        return Snippet.run(folder, "", statements);
    }
}
