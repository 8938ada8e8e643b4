package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.IdleTimeoutStory.Grade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends an idle session, or would not although it looks so. */
class IdleStoriesTest {
    private static final String POSTGRES = "jdbc:postgresql://h/d";
    private static final String WORK = "c.createStatement().execute(\"DELETE FROM orders\"); ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"60000", "600000", "1", "10min", "600s", "'60s'", "60000ms"})
    void aServerThatEndsThemSoonIsAStory(String value) throws IOException {
        assertThat(ofInitSql("SET idle_session_timeout = " + value)).containsExactly(Grade.SERVER);
        assertThat(ofInitSql("SET idle_session_timeout TO " + value)).containsExactly(Grade.SERVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "600001", "11min", "601s", "1h", "3600000"})
    void aServerThatEndsThemLateOrNeverIsNone(String value) throws IOException {
        assertThat(ofInitSql("SET idle_session_timeout = " + value)).isEmpty();
    }

    @Test
    void aValueThatIsNotKnownMayBeAStory() throws IOException {
        assertThat(ofInitSql("SET idle_session_timeout = default")).containsExactly(Grade.SERVER);
        assertThat(ofInitSql("SET statement_timeout = 5")).isEmpty();
    }

    @Test
    void theUrlMaySetIt() throws IOException {
        IdleTimeoutStory story = stories(POSTGRES + "?options=-c%20idle_session_timeout=60000", "")
                .get(0);
        assertThat(story.grade()).isEqualTo(Grade.SERVER);
        assertThat(story.description()).isEqualTo("idle_session_timeout is set by options");
        assertThat(story.evidence().steps()).isNotEmpty();
        assertThat(grades("jdbc:mysql://h/d?sessionVariables=wait_timeout=60", ""))
                .containsExactly(Grade.SERVER);
        assertThat(grades("jdbc:mysql://h/d?sessionVariables=wait_timeout=601", ""))
                .isEmpty();
        assertThat(grades("jdbc:mysql://h/d?sessionVariables=innodb_lock_wait_timeout=60", ""))
                .isEmpty();
        assertThat(grades(POSTGRES, "")).isEmpty();
    }

    @Test
    void aProxyAndADatabaseInTheProcessAreStories() throws IOException {
        IdleTimeoutStory proxy = stories("jdbc:postgresql://orders.proxy-abc123.eu-central-1.rds.amazonaws.com/d", "")
                .get(0);
        assertThat(proxy.grade()).isEqualTo(Grade.PROXY);
        assertThat(grades("jdbc:postgresql://orders.abc123.eu-central-1.rds.amazonaws.com/d", ""))
                .isEmpty();
        assertThat(grades("jdbc:h2:mem:orders", "")).contains(Grade.NO_SESSION);
    }

    @Test
    void aStatementOnTheSessionMaySetIt() throws IOException {
        String opened = "private final Connection c = DriverManager.getConnection(\"" + POSTGRES + "\"); ";
        assertThat(grades(Snippet.facts(
                                folder,
                                opened + "{ c.createStatement().execute(\"SET idle_session_timeout = 60000\"); }",
                                WORK + "return event;")
                        .sources()))
                .containsExactly(Grade.SERVER);
        assertThat(grades(Snippet.facts(
                                folder,
                                opened + "{ c.createStatement().execute(\"SELECT 'idle_session_timeout = 60000'\"); }",
                                WORK + "return event;")
                        .sources()))
                .isEmpty();
    }

    @Test
    void aTimerOfTheClientIsTold() throws IOException {
        IdleTimeoutStory timer = stories(POSTGRES, "POOL.setMinimumIdle(0); POOL.setIdleTimeout(30000);")
                .get(0);
        assertThat(timer.grade()).isEqualTo(Grade.CLIENT_TIMER);
        assertThat(timer.description()).isEqualTo("idleTimeout = 30 s");
        assertThat(timer.evidence().steps()).isNotEmpty();
        assertThat(stories(POSTGRES, "POOL.setMaxLifetime(30500);"))
                .extracting(IdleTimeoutStory::description)
                .containsExactly("maxLifetime = 30500 ms");
        assertThat(grades(POSTGRES, "POOL.setMaxLifetime(0);")).isEmpty();
        assertThat(grades(POSTGRES, "POOL.setKeepaliveTime(60000);")).containsExactly(Grade.INEFFECTIVE);
    }

    @Test
    void aTimerThatThePoolIgnoresHasNoEffect() throws IOException {
        IdleTimeoutStory ignored = stories(
                        POSTGRES, "POOL.setMaximumPoolSize(2); POOL.setMinimumIdle(2); POOL.setIdleTimeout(30000);")
                .get(0);
        assertThat(ignored.grade()).isEqualTo(Grade.INEFFECTIVE);
        assertThat(ignored.description()).startsWith("idleTimeout = 30 s: ");
    }

    @Test
    void theBestStoryIsTheFirst() throws IOException {
        assertThat(grades(
                        POSTGRES + "?options=-c%20idle_session_timeout=60000",
                        "POOL.setMaxLifetime(60000); POOL.setKeepaliveTime(30000);"))
                .containsExactly(Grade.SERVER, Grade.CLIENT_TIMER, Grade.INEFFECTIVE);
    }

    @Test
    void whatEachInvocationEndsIsReleased() throws IOException {
        assertThat(grades(used("try (Connection c = POOL.getConnection()) { " + WORK + "}"
                        + " POOL.getHikariPoolMXBean().softEvictConnections(); return event;")))
                .isEmpty();
        assertThat(grades(used("try { try (Connection c = POOL.getConnection()) { " + WORK + "} }"
                        + " finally { POOL.getHikariPoolMXBean().softEvictConnections(); } return event;")))
                .containsExactly(Grade.RELEASED);
        assertThat(grades(used("try (Connection c = POOL.getConnection()) { " + WORK + "} return event;")))
                .isEmpty();
        String opens = "Connection c = DriverManager.getConnection(\"" + POSTGRES + "\"); ";
        assertThat(grades(Snippet.facts(folder, "", "try (" + opens + ") { " + WORK + "} return event;")
                        .sources()))
                .containsExactly(Grade.RELEASED);
        assertThat(grades(Snippet.facts(folder, "", opens + WORK + "c.close(); return event;")
                        .sources()))
                .as("not where a call fails")
                .isEmpty();
    }

    @Test
    void theBestStoryIsTheFirstWhateverTheOrderOfSettings() throws IOException {
        assertThat(grades(
                        POSTGRES,
                        "POOL.setMaximumPoolSize(2); POOL.setMinimumIdle(2); POOL.setIdleTimeout(30000);"
                                + " POOL.setMaxLifetime(60000);"))
                .containsExactly(Grade.CLIENT_TIMER, Grade.INEFFECTIVE);
    }

    @Test
    void aTimerThatThePoolReplacesRunsAllTheSame() throws IOException {
        assertThat(stories(POSTGRES, "POOL.setMinimumIdle(0); POOL.setIdleTimeout(5000);"))
                .extracting(IdleTimeoutStory::description)
                .containsExactly("idleTimeout = 600 s");
    }

    @Test
    void whereItIsClosedIsTold() throws IOException {
        String opens = "DriverManager.getConnection(\"" + POSTGRES + "\")";
        List<ConnectionSource> sources = Snippet.facts(
                        folder,
                        "",
                        "try (Connection b =\n" + opens + ") { b.getAutoCommit(); }\n try (Connection c =\n" + opens
                                + ") { " + WORK + "}\n return event;")
                .sources();
        assertThat(sources).hasSize(2).allSatisfy(source -> {
            IdleTimeoutStory story = source.idleTimeoutStories().get(0);
            assertThat(story.evidence().lastLocation().orElseThrow().line())
                    .isEqualTo(source.site().line() - 1);
        });
    }

    @Test
    void aShutdownHookIsNotRun() throws IOException {
        List<IdleTimeoutStory> hook =
                stories(POSTGRES, "Runtime.getRuntime().addShutdownHook(new Thread(() -> POOL.close()));");
        assertThat(hook).extracting(IdleTimeoutStory::grade).containsExactly(Grade.INEFFECTIVE);
        assertThat(hook.get(0).description()).contains("which Lambda does not run");
    }

    private List<ConnectionSource> used(String statements) throws IOException {
        return Snippet.facts(folder, pool(POSTGRES, ""), statements).sources();
    }

    private static String pool(String url, String statements) {
        return "private static final HikariDataSource POOL = new HikariDataSource(); static { POOL.setJdbcUrl(\"" + url
                + "\"); " + statements + " }";
    }

    private List<Grade> ofInitSql(String sql) throws IOException {
        return grades(POSTGRES, "POOL.setConnectionInitSql(\"" + sql + "\");");
    }

    private List<Grade> grades(String url, String statements) throws IOException {
        return stories(url, statements).stream().map(IdleTimeoutStory::grade).toList();
    }

    private static List<Grade> grades(List<ConnectionSource> sources) {
        return sources.stream()
                .flatMap(source -> source.idleTimeoutStories().stream())
                .map(IdleTimeoutStory::grade)
                .toList();
    }

    private List<IdleTimeoutStory> stories(String url, String statements) throws IOException {
        List<ConnectionSource> sources = Snippet.facts(
                        folder, pool(url, statements), "Connection c = POOL.getConnection(); " + WORK + "return event;")
                .sources();
        assertThat(sources).hasSize(1);
        return sources.get(0).idleTimeoutStories();
    }
}
