package io.github.lambdadb.proofs;

import java.sql.SQLException;

/** Code that runs in an {@link ExecutionEnvironment}: its constructor of one URL is the initialisation. */
interface LambdaFunction {
    /** Handles one invocation. */
    String invoke(String event) throws SQLException;
}
