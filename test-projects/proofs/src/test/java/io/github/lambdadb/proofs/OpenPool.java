package io.github.lambdadb.proofs;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool that works. */
record OpenPool(DataSource source, Closing closing) implements AutoCloseable {
    /** How a product is closed. */
    interface Closing {
        void close() throws SQLException;
    }

    /** Borrows, asks and gives back. */
    String ask(String query) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Sql.ask(connection, query);
        }
    }

    @Override
    public void close() throws SQLException {
        closing.close();
    }
}
