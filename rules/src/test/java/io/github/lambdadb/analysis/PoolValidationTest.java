package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import io.github.lambdadb.facts.Property;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.jdbc.pool.ConnectionPool;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.junit.jupiter.api.Test;

/** Holds what the files say of pools' own validation against the pools themselves, for all combinations of telling values. */
class PoolValidationTest {
    private static final long[] IDLE = {0, 5_000, 10_000, 29_000, 29_001, 600_000};
    private static final long[] LIFETIME = {0, 10_000, 30_000, 300_000};
    private static final long[] KEEPALIVE = {0, 20_000, 30_000, 120_000};
    private static final int[] SIZES = {1, 2, 10};

    @Test
    void hikariTakesSettingsAsTheFileSays() {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (long idle : IDLE) {
            for (long lifetime : LIFETIME) {
                for (long keepalive : KEEPALIVE) {
                    for (int maximum : SIZES) {
                        for (int minimum : new int[] {0, 1, 5}) {
                            compared++;
                            compareHikari(idle, lifetime, keepalive, maximum, minimum, differences);
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(800);
        assertThat(differences).isEmpty();
    }

    private static void compareHikari(
            long idle, long lifetime, long keepalive, int maximum, int minimum, List<String> differences) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:validation");
        config.setIdleTimeout(idle);
        config.setMaxLifetime(lifetime);
        config.setKeepaliveTime(keepalive);
        config.setMaximumPoolSize(maximum);
        config.setMinimumIdle(minimum);
        config.validate();
        SettingsInForce believed = Adjusted.of("hikaricp")
                .with(Property.IDLE_TIMEOUT, millis(idle))
                .with(Property.MAX_LIFETIME, millis(lifetime))
                .with(Property.KEEPALIVE_TIME, millis(keepalive))
                .with(Property.MAXIMUM_SIZE, maximum + "")
                .with(Property.MINIMUM_IDLE, minimum + "")
                .inForce("7.1.0");
        String real = String.join(
                " ",
                millis(config.getIdleTimeout()),
                millis(config.getMaxLifetime()),
                millis(config.getKeepaliveTime()),
                config.getMinimumIdle() + "");
        String told = String.join(
                " ",
                Adjusted.value(believed, Property.IDLE_TIMEOUT),
                Adjusted.value(believed, Property.MAX_LIFETIME),
                Adjusted.value(believed, Property.KEEPALIVE_TIME),
                Adjusted.value(believed, Property.MINIMUM_IDLE));
        if (!real.equals(told)) {
            differences.add("real " + real + ", believed " + told);
        }
    }

    private static String millis(long millis) {
        return Duration.ofMillis(millis).toString();
    }

    @Test
    void tomcatTakesSizesAsTheFileSays() throws SQLException {
        for (int maximum : SIZES) {
            for (int minimum : SIZES) {
                for (int initial : SIZES) {
                    for (int idle : SIZES) {
                        compareTomcat(maximum, minimum, initial, idle);
                    }
                }
            }
        }
    }

    private static void compareTomcat(int maximum, int minimum, int initial, int idle) throws SQLException {
        PoolProperties properties = new PoolProperties();
        properties.setUrl("jdbc:h2:mem:validation");
        properties.setDriverClassName("org.h2.Driver");
        properties.setMaxActive(maximum);
        properties.setMinIdle(minimum);
        properties.setInitialSize(initial);
        properties.setMaxIdle(idle);
        DataSource source = new DataSource(properties);
        try {
            ConnectionPool pool = source.createPool();
            SettingsInForce believed = Adjusted.of("tomcat-jdbc")
                    .with(Property.MAXIMUM_SIZE, maximum + "")
                    .with(Property.MINIMUM_IDLE, minimum + "")
                    .with(Property.INITIAL_SIZE, initial + "")
                    .with(Property.MAXIMUM_IDLE, idle + "")
                    .inForce("11.0.25");
            assertThat(Adjusted.value(believed, Property.MINIMUM_IDLE)).isEqualTo(properties.getMinIdle() + "");
            assertThat(Adjusted.value(believed, Property.MAXIMUM_IDLE)).isEqualTo(properties.getMaxIdle() + "");
            assertThat(Adjusted.value(believed, Property.INITIAL_SIZE)).isEqualTo(pool.getSize() + "");
        } finally {
            source.close(true);
        }
    }
}
