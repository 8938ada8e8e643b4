package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Property;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Compares what the files say of timeouts with the drivers, and with what they do when a server is silent. */
@Execution(ExecutionMode.SAME_THREAD)
class DriverTimeoutsTest {
    /** Drivers that do not tell all properties they read, and a class that names them. */
    private static final Map<String, String> NAMING_CLASSES =
            Map.of("oracle", "oracle.jdbc.OracleConnection", "db2", "com.ibm.db2.jcc.DB2BaseDataSource");

    /** A URL for each driver, of a server on the port. */
    private static final Map<String, String> URLS = Map.of(
            "postgresql", "jdbc:postgresql://127.0.0.1:%d/d",
            "mysql", "jdbc:mysql://127.0.0.1:%d/d",
            "mariadb", "jdbc:mariadb://127.0.0.1:%d/d",
            "sqlserver", "jdbc:sqlserver://127.0.0.1:%d",
            "oracle", "jdbc:oracle:thin:@//127.0.0.1:%d/d",
            "db2", "jdbc:db2://127.0.0.1:%d/d",
            "redshift", "jdbc:redshift://127.0.0.1:%d/d",
            "jtds", "jdbc:jtds:sqlserver://127.0.0.1:%d/d");

    private static final ExecutorService LOGINS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "login");
        thread.setDaemon(true); // some of them never end
        return thread;
    });

    private static final List<Socket> TAKEN = new ArrayList<>();
    private static ServerSocket silent;

    @BeforeAll
    static void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LOGINS.execute(() -> {
            while (!silent.isClosed()) {
                try {
                    TAKEN.add(silent.accept());
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @AfterAll
    static void close() throws IOException {
        silent.close();
        for (Socket socket : TAKEN) {
            socket.close();
        }
        LOGINS.shutdownNow();
    }

    private static List<DriverModel> drivers() {
        List<DriverModel> drivers = Catalog.builtIn().drivers().stream()
                .filter(driver -> !driver.timeouts().settings().isEmpty())
                .toList();
        assertThat(drivers).hasSizeGreaterThan(6);
        return drivers;
    }

    @TestFactory
    Stream<DynamicTest> keysAndDefaultsAreTheDrivers() {
        return drivers().stream()
                .map(driver -> DynamicTest.dynamicTest(driver.id(), () -> {
                    for (SettingModel setting : driver.timeouts().settings().values()) {
                        if (NAMING_CLASSES.containsKey(driver.id())) {
                            assertThat(isNamed(
                                            NAMING_CLASSES.get(driver.id()),
                                            setting.keys().get(0)))
                                    .as(setting.keys().get(0))
                                    .isTrue();
                        } else {
                            assertThat(reported(driver, setting)).contains(claimed(setting));
                        }
                    }
                }));
    }

    private static String claimed(SettingModel setting) {
        return setting.defaults().get(setting.defaults().size() - 1).value();
    }

    private static Optional<String> reported(DriverModel driver, SettingModel setting) throws Exception {
        DriverPropertyInfo[] known = driver(driver).getPropertyInfo(url(driver), new Properties());
        return Stream.of(known)
                .filter(property -> driver.keysIgnoreCase()
                        ? property.name.equalsIgnoreCase(setting.keys().get(0))
                        : property.name.equals(setting.keys().get(0)))
                .findFirst()
                .map(property -> {
                    boolean never = property.value.equals(setting.neverValue());
                    long number = never ? 0 : Long.parseLong(property.value);
                    boolean seconds = setting.unit() == SettingModel.Unit.SECONDS;
                    return (seconds ? Duration.ofSeconds(number) : Duration.ofMillis(number)).toString();
                });
    }

    /** A constant has the key as its value, or a getter its name. */
    private static boolean isNamed(String type, String key) throws Exception {
        Class<?> named = Class.forName(type);
        boolean byConstant = false;
        for (Field field : named.getFields()) {
            byConstant |= Modifier.isStatic(field.getModifiers())
                    && field.getType() == String.class
                    && key.equals(field.get(null));
        }
        return byConstant
                || Arrays.stream(named.getMethods())
                        .anyMatch(method -> method.getName().equalsIgnoreCase("get" + key));
    }

    /** All wait at once, for the sake of the test's own time. */
    @TestFactory
    Stream<DynamicTest> whatBoundsALoginEndsItAndATimeoutOfTheConnectionAloneDoesNot() {
        List<DynamicTest> tests = new ArrayList<>();
        for (DriverModel driver : drivers()) {
            driver.timeouts().settings().keySet().stream()
                    .filter(property -> property != Property.QUERY_TIMEOUT)
                    .forEach(property -> {
                        boolean bounds = driver.timeouts().boundsLogin().contains(property);
                        // what ends later than this, by a default of the driver, has waited all the same
                        CompletableFuture<String> attempt =
                                attempt(driver, property).completeOnTimeout("waits", bounds ? 25 : 4, TimeUnit.SECONDS);
                        tests.add(DynamicTest.dynamicTest(
                                driver.id() + " " + property,
                                () -> assertThat(attempt.get()).isEqualTo(bounds ? "ended" : "waits")));
                    });
        }
        return tests.stream();
    }

    /** A login with that timeout only. */
    private static CompletableFuture<String> attempt(DriverModel model, Property property) {
        Properties login = new Properties();
        login.setProperty("user", "u");
        login.setProperty("password", "p");
        model.timeouts().settings().forEach((each, setting) -> {
            String second = setting.unit() == SettingModel.Unit.SECONDS ? "1" : "1000";
            if (each == property || model.timeouts().boundsLogin().contains(each)) {
                login.setProperty(setting.keys().get(0), each == property ? second : setting.neverValue());
            }
        });
        if (model.id().equals("redshift")) {
            login.setProperty("ssl", "false"); // for its TLS needs a library that is not here
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return "connected: " + driver(model).connect(url(model), login);
                    } catch (SQLException ended) {
                        return "ended";
                    } catch (ReflectiveOperationException noDriver) {
                        return noDriver.toString();
                    }
                },
                LOGINS);
    }

    private static Driver driver(DriverModel model) throws ReflectiveOperationException {
        return (Driver) Class.forName(model.classes().get(0)).getConstructor().newInstance();
    }

    private static String url(DriverModel model) {
        String url = URLS.get(model.id());
        assertThat(url).startsWith(model.prefixes().get(0));
        return url.formatted(silent.getLocalPort());
    }
}
