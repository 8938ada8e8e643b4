package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.Renewal.Kind;
import io.github.lambdadb.source.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a kept source gets a live session. */
class RenewalsTest {
    private static final String FIELD = "private Connection c; ";
    private static final String OPEN = "c = DriverManager.getConnection(\"jdbc:postgresql://h/d\"); ";
    private static final String WORK = "c.createStatement().execute(\"DELETE FROM orders\"); ";
    private static final String END = "return event;";

    @TempDir
    private Path folder;

    @Test
    void whatNothingAsksIsNotRenewed() throws IOException {
        ConnectionSource source = only("private final Connection " + OPEN, WORK + END);
        assertThat(source.renewal().kind()).isEqualTo(Kind.NONE);
        assertThat(source.unguardedCalls()).extracting(DatabaseCall::call).containsExactly("execute");
        assertThat(source.closedChecks()).isEmpty();
    }

    @Test
    void aNullCheckIsNoCheck() throws IOException {
        ConnectionSource source = only(FIELD, "if (c == null) { " + OPEN + "} " + WORK + END);
        assertThat(source.renewal().kind()).isEqualTo(Kind.CLOSED_CHECK_ONLY);
        assertThat(texts(source.closedChecks())).containsExactly("asks only whether it is null");
        assertThat(source.renewal().evidence().steps()).isNotEmpty();
    }

    @Test
    void bookkeepingIsToldBeforeANullCheck() throws IOException {
        ConnectionSource source = only(FIELD, "if (c == null || c.isClosed()) { " + OPEN + "} " + WORK + END);
        assertThat(source.renewal().kind()).isEqualTo(Kind.CLOSED_CHECK_ONLY);
        assertThat(texts(source.closedChecks()))
                .containsExactly("asks isClosed, which does not ask the server", "asks only whether it is null");
    }

    @Test
    void aCheckInAMethodOfItsOwnCounts() throws IOException {
        String asks = "private boolean isUsable() { return c != null && !c.isClosed(); } ";
        ConnectionSource source = only(FIELD + asks, "if (!isUsable()) { " + OPEN + "} " + WORK + END);
        assertThat(texts(source.closedChecks())).contains("asks isClosed, which does not ask the server");
    }

    @Test
    void aCheckThatDecidesNothingIsNone() throws IOException {
        String log = "private void log() { if (c.isClosed()) { System.out.println(\"closed\"); } } ";
        ConnectionSource source = only("private final Connection " + OPEN + log, "log(); " + WORK + END);
        assertThat(source.closedChecks()).isEmpty();
        assertThat(source.renewal().kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void whoAsksTheServerIsRight() throws IOException {
        ConnectionSource source = only(FIELD, "if (c == null || !c.isValid(1)) { " + OPEN + "} " + WORK + END);
        assertThat(source.renewal().kind()).isEqualTo(Kind.VALIDATED_BEFORE_USE);
        assertThat(source.unguardedCalls()).isEmpty();
    }

    @Test
    void anAnswerThatOnlyALiveSessionGivesTellsACase() throws IOException {
        String health = FIELD
                + "enum Health { ALIVE, DEAD, UNKNOWN } Health health() { if (c == null) { return Health.UNKNOWN; }"
                + " return c.isValid(1) ? Health.ALIVE : Health.DEAD; } ";
        assertThat(only(health, "switch (health()) { case ALIVE: break; default: " + OPEN + "} " + WORK + END)
                        .renewal()
                        .kind())
                .isEqualTo(Kind.VALIDATED_BEFORE_USE);
        assertThat(only(health, "switch (health()) { case DEAD, UNKNOWN: " + OPEN + "break; default: } " + WORK + END)
                        .renewal()
                        .kind())
                .isEqualTo(Kind.VALIDATED_BEFORE_USE);
        assertThat(only(health, "switch (health()) { case UNKNOWN: " + OPEN + "break; default: } " + WORK + END)
                        .unguardedCalls())
                .as("a dead session is used")
                .isNotEmpty();
    }

    @Test
    void whoRepeatsOnANewConnectionIsRight() throws IOException {
        List<ConnectionSource> sources = sources(
                FIELD,
                "if (c == null) { " + OPEN + "} try { " + WORK + "} catch (SQLException e) { " + OPEN + WORK + "} "
                        + END);
        assertThat(sources).hasSize(2).allSatisfy(source -> {
            assertThat(source.renewal().kind()).isEqualTo(Kind.RETRIED);
            assertThat(source.unguardedCalls()).isEmpty();
        });
    }

    @Test
    void whoAsksTheClockMayBeRight() throws IOException {
        ConnectionSource source = only(
                FIELD + "private long opened; ",
                "if (c == null || System.currentTimeMillis() - opened > 60000) { " + OPEN
                        + "opened = System.currentTimeMillis(); } " + WORK + END);
        assertThat(source.renewal().kind()).isNotIn(Kind.NONE, Kind.CLOSED_CHECK_ONLY);
        assertThat(source.idleTimeoutStories())
                .extracting(story -> story.grade().name())
                .contains("AGE_CHECKED");
    }

    @Test
    void whatIsNotUsedLaterIsNotJudged() throws IOException {
        ConnectionSource source = only("private final Connection " + OPEN, END);
        assertThat(source.renewal().kind()).isEqualTo(Kind.UNDETERMINED);
    }

    @Test
    void whatIsOpenedInTheInvocationNeedsNoRenewal() throws IOException {
        ConnectionSource source = only("", "Connection " + OPEN + WORK + "c.close(); " + END);
        assertThat(source.renewal().kind()).isEqualTo(Kind.OPENED_PER_INVOCATION);
        assertThat(source.unguardedCalls()).isEmpty();
    }

    @Test
    void aPoolTestsAsItsKnowledgeSays() throws IOException {
        assertThat(pool("HikariDataSource", "").renewal().detail()).isEqualTo("HikariCP tests on borrow");
        String tomcat = "org.apache.tomcat.jdbc.pool.DataSource";
        assertThat(pool(tomcat, "").renewal().kind()).isEqualTo(Kind.NONE);
        assertThat(pool(tomcat, "POOL.setTestOnBorrow(true);").renewal().kind()).isEqualTo(Kind.VALIDATED_ON_BORROW);
        assertThat(pool(tomcat, "POOL.setTestOnBorrow(true);")
                        .renewal()
                        .evidence()
                        .steps())
                .isNotEmpty();
        assertThat(pool(tomcat, "POOL.setTestOnBorrow(false);").renewal().kind())
                .isEqualTo(Kind.NONE);
        assertThat(pool(tomcat, "POOL.setTestOnBorrow(Boolean.getBoolean(\"t\"));")
                        .renewal()
                        .kind())
                .isEqualTo(Kind.UNDETERMINED);
        String dbcp = "org.apache.commons.dbcp2.BasicDataSource";
        assertThat(pool(dbcp, "").renewal().kind()).isEqualTo(Kind.VALIDATED_ON_BORROW);
        assertThat(pool(dbcp, "POOL.setTestOnBorrow(false);").renewal().detail())
                .endsWith("is told not to test on borrow");
        assertThat(pool("org.postgresql.ds.PGSimpleDataSource", "").renewal().kind())
                .isEqualTo(Kind.OPENED_PER_INVOCATION);
    }

    @Test
    void aPoolThatTestsAfterIdleTimeTestsOnBorrowWhereThatTimeIsZero() throws IOException {
        String vibur = "org.vibur.dbcp.ViburDBCPDataSource";
        assertThat(pool(vibur, "").renewal().kind()).isEqualTo(Kind.BACKGROUND_ONLY);
        assertThat(pool(vibur, "POOL.setConnectionIdleLimitInSeconds(0);")
                        .renewal()
                        .kind())
                .isEqualTo(Kind.VALIDATED_ON_BORROW);
        assertThat(pool(vibur, "POOL.setConnectionIdleLimitInSeconds(9);")
                        .renewal()
                        .kind())
                .isEqualTo(Kind.BACKGROUND_ONLY);
        assertThat(pool(vibur, "POOL.setConnectionIdleLimitInSeconds(Integer.getInteger(\"t\"));")
                        .renewal()
                        .kind())
                .isEqualTo(Kind.BACKGROUND_ONLY);
    }

    @Test
    void ofTwoCallsTheOneThatIsRepeatedIsGuarded() throws IOException {
        List<ConnectionSource> sources = sources(
                FIELD,
                "if (c == null) { " + OPEN + "} if (event.isEmpty()) { c.commit(); return event; } try { " + WORK
                        + "} catch (SQLException e) { " + OPEN + WORK + "} " + END);
        assertThat(sources.get(0).unguardedCalls())
                .extracting(DatabaseCall::call)
                .containsExactly("commit");
    }

    @Test
    void checksOfAnotherConnectionAreItsOwn() throws IOException {
        List<ConnectionSource> sources = sources(
                FIELD + "private final Connection d =\n DriverManager.getConnection(\"jdbc:postgresql://h/e\");",
                "if (c == null || c.isClosed()) { " + OPEN + "} " + WORK
                        + "d.createStatement().execute(\"A\"); if (d.isClosed()) { return \"x\"; } " + END);
        assertThat(sources).hasSize(2);
        assertThat(sources)
                .filteredOn(source -> source.subject().name().equals("d"))
                .singleElement()
                .satisfies(source -> assertThat(source.closedChecks()).isEmpty());
        assertThat(sources)
                .filteredOn(source -> source.subject().name().equals("c"))
                .singleElement()
                .satisfies(source -> assertThat(source.closedChecks()).hasSize(2));
    }

    @Test
    void whoMayTestOnBorrowIsNotAccused() throws IOException {
        assertThat(pool(
                                "org.apache.tomcat.jdbc.pool.DataSource",
                                "POOL.setTestOnBorrow(Boolean.getBoolean(\"t\") ? false : true);")
                        .renewal()
                        .kind())
                .isEqualTo(Kind.VALIDATED_ON_BORROW);
    }

    private ConnectionSource pool(String type, String setting) throws IOException {
        return only(
                "private static final " + type + " POOL = new " + type + "(); static { " + setting + " }",
                "try (Connection c = POOL.getConnection()) { " + WORK + "} " + END);
    }

    private static List<String> texts(List<Evidence> checks) {
        return checks.stream()
                .map(check -> check.steps().get(check.steps().size() - 1).text())
                .toList();
    }

    private ConnectionSource only(String members, String statements) throws IOException {
        List<ConnectionSource> sources = sources(members, statements);
        assertThat(sources).hasSize(1);
        return sources.get(0);
    }

    private List<ConnectionSource> sources(String members, String statements) throws IOException {
        return Snippet.facts(folder, members, statements).sources();
    }
}
