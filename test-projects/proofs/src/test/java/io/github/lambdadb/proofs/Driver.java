package io.github.lambdadb.proofs;

import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;

/** A JDBC driver whose server runs here. */
enum Driver {
    POSTGRESQL("postgresql", Engine.POSTGRESQL, "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&password=%s"),
    MYSQL("mysql", Engine.MARIADB, "jdbc:mysql://127.0.0.1:%d/test?user=%s&password=%s"),
    MARIADB("mariadb", Engine.MARIADB, "jdbc:mariadb://127.0.0.1:%d/test?user=%s&password=%s");

    private final String id;
    private final Engine engine;
    private final String url;

    Driver(String id, Engine engine, String url) {
        this.id = id;
        this.engine = engine;
        this.url = url;
    }

    Engine engine() {
        return engine;
    }

    String url(int port, String user) {
        return url.formatted(port, user, Server.PASSWORD);
    }

    /** What the rules know of it. */
    DriverModel knowledge() {
        return Catalog.builtIn().driver(id).orElseThrow();
    }
}
