package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.ir.TypeName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catch clause starts from what any statement of the body may have left; what is repeated or dropped there is told. */
class ExceptionsTest {
    private static final String KEPT = "Connection kept; ";
    private static final String CONNECT = "kept = DriverManager.getConnection(text); ";
    private static final String WORK = "kept.createStatement().executeUpdate(\"DELETE\"); ";

    @TempDir
    private Path folder;

    @Test
    void aHandlerStartsFromAnyMomentOfTheBody() throws IOException {
        assertThat(returned(
                        "String x = \"a\"; try { x = \"b\"; call(); x = \"c\"; } catch (SQLException e) { return x; }"
                                + " return x + \"!\";"))
                .contains("b", "c!");
        assertThat(returned("String x = \"a\"; try { x = \"b\"; } catch (RuntimeException e) { x = \"c\"; } return x;"))
                .contains("b", "c");
        assertThat(returned("try { throw new IllegalStateException(); } catch (IllegalStateException e) { return 1; }"))
                .containsExactly("1");
        assertThat(returned("try { return 2; } catch (IllegalStateException e) { return 1; }"))
                .containsExactly("1", "2");
    }

    @Test
    void whatIsCaughtIsNotKnown() throws IOException {
        assertThat(Snippet.run(
                                folder,
                                "",
                                "try { throw new IllegalStateException(); } catch (IllegalStateException e) { return e; }")
                        .result())
                .isEqualTo(new Term.Opaque(TypeName.of("java.lang.IllegalStateException"), "a caught exception"));
    }

    @Test
    void aBodyThatAlwaysThrowsGoesOnOutwards() throws IOException {
        assertThat(returned(
                        "String[] x = {\"a\"}; try { try { throw new IllegalStateException(); } finally { x[0] = \"f\"; } }"
                                + " catch (IllegalStateException e) { return 1; } return 2;"))
                .containsExactly("1");
        assertThat(Snippet.run(folder, "", "try { throw new IllegalStateException(); } finally { any = 3; }")
                        .machine()
                        .store()
                        .isReachable())
                .isFalse();
    }

    @Test
    void whatAFinallyBlockDidIsDoneWhereTheExceptionIsCaught() throws IOException {
        assertThat(Snippet.run(
                                folder,
                                "String log = \"\";",
                                "try { try { throw new IllegalStateException(); } finally { log = \"f\"; } }"
                                        + " catch (IllegalStateException e) { return log; } return 2;")
                        .returned())
                .contains("f")
                .doesNotContain("2");
    }

    @Test
    void resourcesAreClosedOnEachWayTheLastFirst() throws IOException {
        Snippet snippet = Snippet.run(
                folder,
                "",
                "try (Connection c = DriverManager.getConnection(text);\n Statement s = c.createStatement()) {\n"
                        + " s.execute(\"DELETE\"); if (maybe) { return 1; } } return 2;");
        assertThat(snippet.returned()).containsExactly("1", "2");
        assertThat(snippet.machine().openings().open()).isEmpty();
        assertThat(snippet.machine().exits().element().open()).isEmpty();
        Snippet open = Snippet.run(
                folder,
                "",
                "Connection c = DriverManager.getConnection(text); c.createStatement().execute(\"DELETE\"); c.close();"
                        + " return 2;");
        assertThat(open.machine().openings().open()).isEmpty();
        assertThat(open.machine().exits().element().open()).hasSize(1);
    }

    @Test
    void anExistingVariableIsAResourceToo() throws IOException {
        Snippet snippet = Snippet.run(
                folder,
                "",
                "Connection c = DriverManager.getConnection(text); try (c) { c.createStatement().execute(\"DELETE\"); }"
                        + " return 2;");
        assertThat(snippet.machine().openings().open()).isEmpty();
        assertThat(snippet.machine().exits().element().open()).isEmpty();
    }

    @Test
    void anExceptionThatIsCaughtLeavesNothingOpen() throws IOException {
        String body =
                "Connection c = DriverManager.getConnection(text); try { c.createStatement().execute(\"DELETE\"); }";
        assertThat(leaks(body + " catch (SQLException e) { } c.close();")).isFalse();
        assertThat(leaks(body + " catch (java.io.IOException e) { } c.close();"))
                .isTrue();
        assertThat(leaks(body + " catch (Exception e) { } c.close();")).isFalse();
        assertThat(leaks(body + " catch (java.io.IOException | SQLException e) { } c.close();"))
                .isFalse();
        assertThat(leaks(body + " catch (SQLException e) { throw e; } c.close();"))
                .isTrue();
        assertThat(leaks(body + " finally { c.close(); }")).isFalse();
        assertThat(leaks(body + " catch (SQLException e) { c.close(); throw e; } c.close();"))
                .isFalse();
    }

    @Test
    void workThatIsRepeatedOnANewConnectionIsRetried() throws IOException {
        assertThat(retried(CONNECT + "try { " + WORK + "} catch (SQLException e) { " + CONNECT + WORK + "}"))
                .isTrue();
        assertThat(retried(CONNECT + "while (maybe) { try { " + WORK + "break; } catch (SQLException e) { " + CONNECT
                        + "} }"))
                .isTrue();
        assertThat(retried(CONNECT + "try { " + WORK + "} catch (SQLException e) { " + CONNECT + "}"))
                .as("nothing is repeated")
                .isFalse();
        assertThat(retried(CONNECT + "try { " + WORK + "} catch (SQLException e) { " + WORK + "}"))
                .as("the connection is the same")
                .isFalse();
        assertThat(retried(CONNECT + "try { " + WORK + "} catch (java.io.IOException e) { " + CONNECT + WORK + "}"))
                .as("no lost connection is caught")
                .isFalse();
        assertThat(retried(CONNECT + "try { " + WORK + "} catch (RuntimeException e) { " + CONNECT + WORK + "}"))
                .isTrue();
    }

    @Test
    void whatIsForgottenIsDroppedOrRetried() throws IOException {
        String forgets = CONNECT + "try { " + WORK + "} catch (SQLException e) { kept = null; ";
        assertThat(dropped(forgets + "throw e; }")).isTrue();
        assertThat(retried(forgets + "throw e; }")).isFalse();
        assertThat(retried(forgets + "}")).isTrue();
        assertThat(dropped(forgets + "}")).isFalse();
        assertThat(dropped(CONNECT + "try { " + WORK + "} catch (SQLException e) { String s = null; throw e; }"))
                .isFalse();
        assertThat(retried(CONNECT + "while (maybe) { try { " + WORK
                        + "} catch (SQLException e) { kept = null; continue; } }"))
                .isTrue();
    }

    @Test
    void onlyAnObjectIsForgotten() throws IOException {
        assertThat(dropped("String s = text; " + CONNECT + "try { " + WORK
                        + "} catch (SQLException e) { s = null; throw e; }"))
                .isFalse();
    }

    @Test
    void whatIsClosedAndAskedForIsForgottenToo() throws IOException {
        String closes = "try { " + WORK + "} catch (SQLException e) { kept.close(); throw e; }";
        assertThat(dropped(CONNECT + "if (kept.isClosed()) { any = 1; } " + closes))
                .isTrue();
        assertThat(dropped(CONNECT + closes)).isFalse();
        assertThat(dropped(CONNECT
                        + "if (kept.isClosed()) { any = 1; } try { call(); } catch (SQLException e) { kept.close();"
                        + " throw e; }"))
                .isFalse();
    }

    @Test
    void whatTheBodyDidNotUseOrTheHandlerDoesNotCloseIsNotForgotten() throws IOException {
        String asked = CONNECT + "if (kept.isClosed()) { any = 1; } ";
        assertThat(dropped(asked + "try { " + WORK + "} catch (SQLException e) { kept.commit(); throw e; }"))
                .isFalse();
        assertThat(dropped(CONNECT + "Connection other = DriverManager.getConnection(text);"
                        + " if (other.isClosed()) { any = 1; } try { " + WORK
                        + "} catch (SQLException e) { other.close(); throw e; }"))
                .isFalse();
    }

    @Test
    void afterAHandlerARollbackIsAUseAgain() throws IOException {
        assertThat(Snippet.facts(
                                folder,
                                "private final Connection c = DriverManager.getConnection(\"jdbc:postgresql://h/d\");",
                                "try { c.createStatement().execute(\"A\"); } catch (SQLException e) { } c.rollback();"
                                        + " return event;")
                        .sources()
                        .get(0)
                        .unguardedCalls())
                .extracting(DatabaseCall::call)
                .containsExactly("execute", "rollback");
    }

    private boolean leaks(String statements) throws IOException {
        return !Snippet.run(folder, "", statements + " return 1;")
                .machine()
                .exits()
                .element()
                .open()
                .isEmpty();
    }

    private boolean retried(String statements) throws IOException {
        Recorder recorder = ran(statements);
        return queried(recorder).anyMatch(recorder::isRetried);
    }

    private boolean dropped(String statements) throws IOException {
        Recorder recorder = ran(statements);
        return queried(recorder).anyMatch(recorder::isDropped);
    }

    private Recorder ran(String statements) throws IOException {
        return Snippet.run(folder, KEPT + "void call() throws SQLException {}", statements + " return 1;")
                .machine()
                .recorder();
    }

    private static IntStream queried(Recorder recorder) {
        return IntStream.range(0, recorder.size())
                .filter(i -> recorder.events().get(i).kind() == Recorder.Kind.QUERIED);
    }

    private List<String> returned(String statements) throws IOException {
        return Snippet.run(folder, "void call() throws SQLException { DriverManager.getConnection(\"\"); }", statements)
                .returned();
    }
}
