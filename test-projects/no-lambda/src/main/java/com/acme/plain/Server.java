package com.acme.plain;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** A pool of a server, where ten connections are just right. */
public final class Server {
    private static final DataSource DATA_SOURCE = new HikariDataSource(new HikariConfig());

    private Server() {}

    public static DataSource dataSource() {
        return DATA_SOURCE;
    }
}
