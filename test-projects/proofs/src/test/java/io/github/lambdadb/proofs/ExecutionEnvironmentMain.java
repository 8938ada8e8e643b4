package io.github.lambdadb.proofs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * The JVM of an execution environment. It is given the class of a {@link LambdaFunction} and a URL, answers {@code ready}, and then
 * each line, an event, by {@code ok RESULT} or {@code failed SQLSTATE}; it ends with its input.
 */
final class ExecutionEnvironmentMain {
    private ExecutionEnvironmentMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // what libraries print is no answer
        LambdaFunction function = (LambdaFunction)
                Class.forName(arguments[0]).getDeclaredConstructor(String.class).newInstance(arguments[1]);
        answers.println("ready");
        BufferedReader events = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String event = events.readLine(); event != null; event = events.readLine()) {
            answers.println(answer(function, event));
        }
    }

    private static String answer(LambdaFunction function, String event) {
        try {
            return "ok " + function.invoke(event);
        } catch (SQLException e) {
            return "failed " + e.getSQLState();
        }
    }
}
