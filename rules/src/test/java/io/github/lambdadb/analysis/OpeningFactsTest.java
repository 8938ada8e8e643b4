package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.Opening.Release;
import io.github.lambdadb.facts.UseAfterClose;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of each thing that an invocation opens. */
class OpeningFactsTest {
    private static final String OPEN = "Connection c = DriverManager.getConnection(\"jdbc:postgresql://h/d\"); ";
    private static final String WORK = "c.createStatement().execute(\"DELETE FROM orders\"); ";
    private static final String POOL =
            "private static final HikariDataSource POOL = pool(); private static HikariDataSource pool() {"
                    + " HikariConfig config = new HikariConfig(); config.setMaximumPoolSize(3);"
                    + " config.setJdbcUrl(\"jdbc:postgresql://h/d\"); return new HikariDataSource(config); }";

    @TempDir
    private Path folder;

    @Test
    void whatIsClosedOnEachWayIsClosed() throws IOException {
        Opening closed = only("", "try (" + OPEN + ") { " + WORK + "} return event;");
        assertThat(closed.release()).isEqualTo(Release.CLOSED);
        assertThat(lastStep(closed.way())).isEqualTo("is closed");
        assertThat(closed.kind()).isEqualTo(Opening.Kind.CONNECTION);
        assertThat(closed.noun()).isEqualTo("pgjdbc connection");
        assertThat(closed.subject().name()).isEqualTo("c");
        assertThat(closed.functionNames()).isEqualTo("'Db'");
        assertThat(lastStep(closed.path())).isEqualTo("is opened");
        assertThat(closed.lenderSizes()).isEmpty();
        assertThat(closed.loops()).isEmpty();
    }

    @Test
    void whatIsNotClosedTellsOnWhichWay() throws IOException {
        Opening never = only("", OPEN + WORK + "return event;");
        assertThat(never.release()).isEqualTo(Release.NEVER);
        assertThat(never.way()).isEqualTo(Evidence.none());
        Opening some = only("", OPEN + WORK + "if (event.isEmpty()) { c.close(); } return event;");
        assertThat(some.release()).isEqualTo(Release.NOT_ON_SOME_PATH);
        assertThat(lastStep(some.way())).isEqualTo("is closed");
        Opening failing = only("", OPEN + WORK + "c.close(); return event;");
        assertThat(failing.release()).isEqualTo(Release.NOT_ON_FAILURE);
        assertThat(lastStep(failing.way())).isEqualTo("'createStatement' may fail");
    }

    @Test
    void anInvocationThatNeverReturnsLeaksByItsFailureAlone() throws IOException {
        Opening thrown = only("", OPEN + WORK + "throw new IllegalStateException();");
        assertThat(thrown.release()).isEqualTo(Release.NOT_ON_FAILURE);
    }

    @Test
    void whatCodeGetsThatWasNotSeenIsNotJudged() throws IOException {
        assertThat(only("", OPEN + "com.acme.Other.take(c); return event;").release())
                .isEqualTo(Release.UNDETERMINED);
    }

    @Test
    void whatIsOpenedAgainIsLost() throws IOException {
        Opening lost = only(
                "",
                "for (String part : event.split(\",\")) { " + OPEN + WORK
                        + "if (part.isEmpty()) { continue; } c.close(); } return event;");
        assertThat(lost.leaks()).isTrue();
        assertThat(lost.loops()).hasSize(1);
    }

    @Test
    void whatIsKeptOwesNothingHere() throws IOException {
        Opening kept = only(
                "private Connection c;",
                "if (c == null) { c = DriverManager.getConnection(\"jdbc:postgresql://h/d\"); } " + WORK
                        + "return event;");
        assertThat(kept.release()).isEqualTo(Release.KEPT);
        assertThat(kept.way()).isEqualTo(Evidence.none());
    }

    @Test
    void whatTheNextInvocationReplacesIsNeverClosed() throws IOException {
        String opens = "c = DriverManager.getConnection(\"jdbc:postgresql://h/d\"); ";
        assertThat(only("private Connection c;", opens + WORK + "return event;").release())
                .isEqualTo(Release.NEVER);
        assertThat(only("private Connection c;", opens + WORK + "return event;")
                        .way()
                        .steps())
                .extracting(Evidence.Step::text)
                .containsExactly("the next invocation replaces it");
        assertThat(only("private Connection c;", "if (c != null) { c.close(); } " + opens + WORK + "return event;")
                        .release())
                .isEqualTo(Release.CLOSED);
    }

    @Test
    void aSessionTellsFromWhichPoolItIsLent() throws IOException {
        Opening loan = only(POOL, "Connection c = POOL.getConnection(); " + WORK + "return event;");
        assertThat(loan.kind()).isEqualTo(Opening.Kind.LOAN);
        assertThat(loan.noun()).isEqualTo("connection");
        assertThat(loan.lenderSizes()).containsExactly(3);
        assertThat(loan.path().steps())
                .extracting(Evidence.Step::text)
                .contains("is created, which lends it", "is opened");
    }

    @Test
    void aDataSourceLendsConnections() throws IOException {
        Opening lent = only(
                "",
                "org.postgresql.ds.PGSimpleDataSource source = new org.postgresql.ds.PGSimpleDataSource();"
                        + " Connection c = source.getConnection(); " + WORK + "return event;");
        assertThat(lent.kind()).isEqualTo(Opening.Kind.CONNECTION);
    }

    @Test
    void ofAPoolOfTheInvocationOnlyThePoolIsTold() throws IOException {
        Opening pool = only(
                "",
                "HikariDataSource pool = new HikariDataSource(); pool.setJdbcUrl(\"jdbc:postgresql://h/d\");"
                        + " Connection c = pool.getConnection(); " + WORK + "return event;");
        assertThat(pool.kind()).isEqualTo(Opening.Kind.POOL);
        assertThat(pool.noun()).isEqualTo("HikariCP pool");
        assertThat(pool.release()).isEqualTo(Release.NEVER);
    }

    @Test
    void ofWhatIsOpenedBeforeTheFirstInvocationNothingIsOwed() throws IOException {
        assertThat(facts(POOL, "return event;").openings()).isEmpty();
    }

    @Test
    void whatAnEarlierInvocationClosedIsUsedAfterItsClose() throws IOException {
        String kept = "private final Connection c = DriverManager.getConnection(\"jdbc:postgresql://h/d\");";
        UseAfterClose always =
                facts(kept, WORK + "c.close(); return event;").usesAfterClose().get(0);
        assertThat(always.certainty()).isEqualTo(Certainty.DEFINITE);
        assertThat(always.noun()).isEqualTo("pgjdbc connection");
        assertThat(always.close().steps()).extracting(Evidence.Step::text).endsWith("is created", "is closed");
        assertThat(always.use().call()).isEqualTo("createStatement");
        UseAfterClose sometimes = facts(kept, WORK + "if (event.isEmpty()) { c.close(); } return event;")
                .usesAfterClose()
                .get(0);
        assertThat(sometimes.certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(facts(kept, WORK + "return event;").usesAfterClose()).isEmpty();
    }

    private static String lastStep(Evidence evidence) {
        List<Evidence.Step> steps = evidence.steps();
        return steps.get(steps.size() - 1).text();
    }

    private Opening only(String members, String statements) throws IOException {
        List<Opening> openings = facts(members, statements).openings();
        assertThat(openings).hasSize(1);
        return openings.get(0);
    }

    private Facts facts(String members, String statements) throws IOException {
        return Snippet.facts(folder, members, statements);
    }
}
