package io.github.lambdadb.proofs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Queries with one answer. */
final class Sql {
    private Sql() {}

    /** The first column of the first row; the text {@code null} for NULL. */
    static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            if (!result.next()) {
                throw new SQLException("No row: " + query);
            }
            return String.valueOf(result.getString(1));
        }
    }
}
