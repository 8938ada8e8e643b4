package com.acme.orders;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class Database {
    private Database() {}

    static Connection open() throws SQLException {
        String name = System.getenv("AWS_LAMBDA_FUNCTION_NAME");
        return DriverManager.getConnection(
                "jdbc:mysql://" + System.getenv("DB_HOST") + "/orders?sslMode=VERIFY_IDENTITY&connectTimeout=1000&socketTimeout=2000"
                        + "&sslMode=VERIFY_IDENTITY&connectionAttributes=program_name:" + name,
                System.getenv("DB_USER"),
                System.getenv("DB_PASSWORD"));
    }
}
