package io.github.lambdadb.proofs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An execution environment of AWS Lambda, played by a JVM of its own that is stopped and continued by signals. The kernel goes on
 * in the meantime, as it does not in a frozen microVM.
 */
final class ExecutionEnvironment implements AutoCloseable {
    private static final int DEADLINE_SECONDS = 60;

    private final Process process;
    private final BufferedReader answers;

    private ExecutionEnvironment(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it and waits for its initialisation. */
    static ExecutionEnvironment init(Class<? extends LambdaFunction> function, String url) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dcom.zaxxer.hikari.housekeeping.periodMs=500",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ExecutionEnvironmentMain.class.getName(),
                function.getName(),
                url);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            ExecutionEnvironment environment = new ExecutionEnvironment(process);
            environment.expectReady();
            return environment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expectReady() {
        String answer = nextAnswer();
        if (!answer.equals("ready")) {
            close();
            throw new IllegalStateException("The initialisation failed: " + answer);
        }
    }

    /** Invokes the function: {@code ok RESULT} or {@code failed SQLSTATE}. */
    String invoke(String event) {
        try {
            process.getOutputStream().write((event + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return nextAnswer();
    }

    private String nextAnswer() {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(this::readLine);
        try {
            return answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException(e);
        }
    }

    private String readLine() {
        try {
            return String.valueOf(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops all of its threads, as Lambda does between invocations. */
    void freeze() {
        signal("STOP");
    }

    /** Lets its threads go on. */
    void thaw() {
        signal("CONT");
    }

    /** The state in which the kernel says it is: {@code T} if it is frozen. */
    String state() {
        try {
            String[] fields = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"))
                    .split("\\) ", 2);
            return fields[1].substring(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            // the shell's own 'kill': the program is not on every machine
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reaps it, frozen or not. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
