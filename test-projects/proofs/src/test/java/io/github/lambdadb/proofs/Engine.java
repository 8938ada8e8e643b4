package io.github.lambdadb.proofs;

/** A product of which a server is started. */
enum Engine {
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Its server, started when it is first asked for and stopped with the JVM. */
    Server server() {
        return this == POSTGRESQL ? PostgreSqlServer.running() : MariaDbServer.running();
    }

    /** Somebody whose sessions nobody else opens. */
    Account newAccount() {
        return Account.on(this);
    }
}
