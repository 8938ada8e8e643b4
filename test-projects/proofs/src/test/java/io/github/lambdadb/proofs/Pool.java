package io.github.lambdadb.proofs;

import com.alibaba.druid.pool.DruidDataSource;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariDataSource;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SourceModel;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.vibur.dbcp.ViburDBCPDataSource;

/** A pool that is described by a knowledge file; its settings are set by the setters that the file names. */
enum Pool {
    HIKARICP("hikaricp") {
        @Override
        OpenPool make(Map<Property, String> settings) {
            HikariDataSource source = configured(new HikariDataSource(), settings);
            return new OpenPool(source, source::close);
        }
    },
    TOMCAT("tomcat-jdbc") {
        @Override
        OpenPool make(Map<Property, String> settings) {
            org.apache.tomcat.jdbc.pool.DataSource source =
                    configured(new org.apache.tomcat.jdbc.pool.DataSource(), settings);
            if (settings.containsKey(Property.VALIDATES_ON_BORROW)) {
                source.setValidationInterval(0); // else a session that was tested within 3 s is not tested again
            }
            return new OpenPool(source, () -> source.close(true));
        }
    },
    DBCP2("dbcp2") {
        @Override
        OpenPool make(Map<Property, String> settings) {
            BasicDataSource source = configured(new BasicDataSource(), settings);
            return new OpenPool(source, source::close);
        }
    },
    C3P0("c3p0") {
        @Override
        OpenPool make(Map<Property, String> settings) {
            ComboPooledDataSource source = configured(new ComboPooledDataSource(), settings);
            return new OpenPool(source, source::close);
        }
    },
    AGROAL("agroal") {
        @Override
        OpenPool make(Map<Property, String> settings) throws SQLException {
            return AgroalPools.open(knowledge(), settings);
        }
    },
    DRUID("druid") {
        @Override
        OpenPool make(Map<Property, String> settings) {
            DruidDataSource source = configured(new DruidDataSource(), settings);
            return new OpenPool(source, source::close);
        }
    },
    VIBUR("vibur") {
        @Override
        OpenPool make(Map<Property, String> settings) {
            ViburDBCPDataSource source = configured(new ViburDBCPDataSource(), settings);
            source.setLoginTimeoutInSeconds(UNHURRIED_SECONDS); // it gives this to DriverManager, and so to all pools
            source.start();
            return new OpenPool(source, source::close);
        }
    },
    MYBATIS("mybatis-pooled") {
        @Override
        OpenPool make(Map<Property, String> settings) {
            PooledDataSource source = configured(new PooledDataSource(), settings);
            if (settings.containsKey(Property.VALIDATES_ON_BORROW)) {
                source.setPoolPingQuery("SELECT 1");
            }
            return new OpenPool(source, source::forceCloseAll);
        }
    },
    SPRING_SINGLE("spring-single-connection") {
        @Override
        OpenPool make(Map<Property, String> settings) {
            SingleConnectionDataSource source = configured(new SingleConnectionDataSource(), settings);
            source.setSuppressClose(true);
            return new OpenPool(source, source::close);
        }
    },
    @SuppressWarnings("deprecation") // deprecated and still used
    PGJDBC("pg-pool", Driver.POSTGRESQL) {
        @Override
        OpenPool make(Map<Property, String> settings) {
            org.postgresql.ds.PGPoolingDataSource source =
                    configured(new org.postgresql.ds.PGPoolingDataSource(), settings);
            source.setDataSourceName(settings.get(Property.USER)); // its close() looks for itself by this name
            return new OpenPool(source, source::close);
        }
    },
    MARIADB("mariadb-pool", Driver.MARIADB) {
        @Override
        OpenPool make(Map<Property, String> settings) throws SQLException {
            StringBuilder url = new StringBuilder(settings.get(Property.URL));
            settings.forEach((property, value) -> urlKey(property)
                    .ifPresent(key -> url.append('&').append(key).append('=').append(inMilliseconds(value))));
            MariaDbPoolDataSource source = new MariaDbPoolDataSource(url.toString());
            return new OpenPool(source, source::close);
        }

        private Optional<String> urlKey(Property property) {
            return property == Property.URL ? Optional.empty() : knowledge().firstKey(property);
        }

        private String inMilliseconds(String value) {
            return value.startsWith("P") ? String.valueOf(Duration.parse(value).toMillis()) : value;
        }
    };

    private static final int UNHURRIED_SECONDS = 60;

    private final String id;
    private final Set<Driver> drivers;

    Pool(String id) {
        this.id = id;
        this.drivers = EnumSet.allOf(Driver.class);
    }

    Pool(String id, Driver driver) {
        this.id = id;
        this.drivers = EnumSet.of(driver);
    }

    /** Those that it works with. */
    Set<Driver> drivers() {
        return drivers;
    }

    /** What the rules know of it. */
    SourceModel knowledge() {
        return Catalog.builtIn().source(id).orElseThrow(() -> new IllegalStateException(id));
    }

    /** A pool to the account's server, with the defaults but for what is set here. */
    OpenPool open(Account account, Driver driver, Map<Property, String> settings) throws SQLException {
        Map<Property, String> all = new LinkedHashMap<>(settings);
        all.put(Property.URL, account.url(driver));
        if (this == VIBUR || this == PGJDBC) { // they refuse to start without, although the URL holds both
            all.put(Property.USER, account.name());
            all.put(Property.PASSWORD, Server.PASSWORD);
        }
        if (this == MYBATIS) {
            all.put(Property.DRIVER_CLASS, driver.knowledge().classes().get(0)); // it does not find drivers by itself
        }
        return make(all);
    }

    abstract OpenPool make(Map<Property, String> settings) throws SQLException;

    /** What the file says holds when nothing is set: empty if there is no default. */
    Optional<String> defaultOf(Property property) {
        return Optional.ofNullable(knowledge().settings().get(property))
                .map(SettingModel::defaults)
                .flatMap(defaults -> defaults.stream()
                        .filter(each -> each.before().isEmpty())
                        .findFirst())
                .map(each -> each.value().equals("=maximum-size")
                        ? defaultOf(Property.MAXIMUM_SIZE).orElseThrow()
                        : each.value());
    }

    /** Sessions that the file says are there when one of them has been borrowed, with the defaults. */
    int sessionsByDefault() {
        Collection<Property> opens = knowledge().startup().opens();
        return Math.max(
                1,
                opens.stream()
                        .flatMap(property -> defaultOf(property).stream())
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(1));
    }

    <T extends DataSource> T configured(T source, Map<Property, String> settings) {
        settings.forEach((property, value) -> {
            SettingModel setting = knowledge().settings().get(property);
            if (setting == null || !Setters.set(source, setting, value)) {
                throw new IllegalStateException(id + ".yaml names no setter for " + property + " that is there");
            }
        });
        return source;
    }

    /** The pools whose file says one of these. */
    static List<Pool> thatRenew(SourceModel.Renews... ways) {
        Set<SourceModel.Renews> wanted = Set.of(ways);
        return List.of(values()).stream()
                .filter(pool -> wanted.contains(pool.knowledge().renews()))
                .toList();
    }
}
