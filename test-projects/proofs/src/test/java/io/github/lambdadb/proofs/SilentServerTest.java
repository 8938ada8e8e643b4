package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.DriverTimeouts;
import io.github.lambdadb.knowledge.SettingModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Claim(
        id = "T12",
        rules = {"unbounded-connect", "timeout-exceeds-function"},
        text =
                "A login that the server does not answer is ended by what the driver's file names, not by its other timeouts or a pool's",
        engines = {})
@Isolated("HikariCP gives its timeout to DriverManager, which belongs to the JVM")
class SilentServerTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    static Stream<Arguments> boundsOfDrivers() {
        return Arrays.stream(Driver.values())
                .flatMap(driver -> driver.knowledge().timeouts().boundsLogin().stream()
                        .map(property -> Arguments.of(driver, property)));
    }

    static Stream<Arguments> otherTimeoutsOfDrivers() {
        return Arrays.stream(Driver.values())
                .flatMap(driver -> new TreeSet<>(
                                driver.knowledge().timeouts().settings().keySet())
                        .stream()
                                .filter(property -> !driver.knowledge()
                                        .timeouts()
                                        .boundsLogin()
                                        .contains(property))
                                .map(property -> Arguments.of(driver, property)));
    }

    @AfterEach
    void takeTheTimeoutBack() {
        DriverManager.setLoginTimeout(0);
    }

    @ParameterizedTest
    @MethodSource("boundsOfDrivers")
    void boundOfTheKnowledgeFileEndsTheLogin(Driver driver, Property bound) throws Exception {
        try (ServerSocket silent = listen()) {
            FutureTask<Object> login = start(() -> DriverManager.getConnection(urlWith(driver, silent, bound)));
            assertThat(hasFailedWithin(login, LONG)).isTrue();
        }
    }

    /** The bounded login says when the time has passed. */
    @ParameterizedTest
    @MethodSource("otherTimeoutsOfDrivers")
    void otherTimeoutsDoNot(Driver driver, Property other) throws Exception {
        Property bound = driver.knowledge().timeouts().boundsLogin().get(0);
        try (ServerSocket silent = listen()) {
            FutureTask<Object> unbounded = start(() -> DriverManager.getConnection(urlWith(driver, silent, other)));
            FutureTask<Object> first = start(() -> DriverManager.getConnection(urlWith(driver, silent, bound)));
            assertThat(hasFailedWithin(first, LONG)).isTrue();
            FutureTask<Object> second = start(() -> DriverManager.getConnection(urlWith(driver, silent, bound)));
            assertThat(hasFailedWithin(second, LONG)).isTrue();
            assertThat(unbounded.isDone()).as("the login still waits").isFalse();
        }
    }

    /** The bounded login says when the time has passed. */
    @Test
    void timeoutOfThePoolDoesNotEndTheFirstLoginOfPgjdbc() throws Exception {
        Property bound = Driver.POSTGRESQL.knowledge().timeouts().boundsLogin().get(0);
        try (ServerSocket silent = listen()) {
            FutureTask<Object> unbounded = start(() -> pool(Driver.POSTGRESQL.url(silent.getLocalPort(), "nobody")));
            FutureTask<Object> first =
                    start(() -> DriverManager.getConnection(urlWith(Driver.POSTGRESQL, silent, bound)));
            assertThat(hasFailedWithin(first, LONG)).isTrue();
            FutureTask<Object> second =
                    start(() -> DriverManager.getConnection(urlWith(Driver.POSTGRESQL, silent, bound)));
            assertThat(hasFailedWithin(second, LONG)).isTrue();
            assertThat(unbounded.isDone()).as("the pool still waits").isFalse();
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** With a short wait, and without those in front of it, which would count before it. */
    private static String urlWith(Driver driver, ServerSocket silent, Property bound) {
        DriverTimeouts timeouts = driver.knowledge().timeouts();
        StringBuilder url = new StringBuilder(driver.url(silent.getLocalPort(), "nobody"));
        int position = timeouts.boundsLogin().indexOf(bound);
        timeouts.boundsLogin().stream()
                .limit(Math.max(0, position))
                .map(before -> timeouts.settings().get(before).keys().get(0))
                .forEach(key -> url.append('&').append(key).append("=0"));
        SettingModel setting = timeouts.settings().get(bound);
        long number = setting.unit() == SettingModel.Unit.SECONDS ? SHORT.toSeconds() : SHORT.toMillis();
        return url.append('&')
                .append(setting.keys().get(0))
                .append('=')
                .append(number)
                .toString();
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setConnectionTimeout(SHORT.toMillis());
        return new HikariDataSource(config);
    }

    private static FutureTask<Object> start(Callable<Object> login) {
        FutureTask<Object> task = new FutureTask<>(login);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static boolean hasFailedWithin(FutureTask<Object> login, Duration limit) throws InterruptedException {
        try {
            login.get(limit.toSeconds(), TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
