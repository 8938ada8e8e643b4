package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares the files of drivers with the drivers. */
class DriverLibraryTest {
    /** Drivers that do not tell all properties they read, and where the key was found instead. */
    private static final Map<String, String> SILENT = Map.of(
            "oracle", "OracleConnection.CONNECTION_PROPERTY_THIN_VSESSION_PROGRAM",
            "db2", "DB2BaseDataSource.setClientProgramName");

    /** A URL each driver accepts; without it the driver tells no properties. */
    private static final Map<String, String> URLS = Map.of(
            "postgresql", "jdbc:postgresql://h/d",
            "pgjdbc-ng", "jdbc:pgsql://h/d",
            "mysql", "jdbc:mysql://h/d",
            "mariadb", "jdbc:mariadb://h/d",
            "sqlserver", "jdbc:sqlserver://h",
            "jtds", "jdbc:jtds:sqlserver://h/d",
            "redshift", "jdbc:redshift://h:5439/d");

    @Test
    void thereAreDrivers() {
        assertThat(Catalog.builtIn().drivers()).hasSizeGreaterThan(12);
        assertThat(Catalog.builtIn().wrappers()).hasSizeGreaterThan(5);
    }

    @TestFactory
    Stream<DynamicTest> classesExist() {
        return Catalog.builtIn().drivers().stream()
                .map(driver -> DynamicTest.dynamicTest(
                        driver.id(),
                        () -> assertThat(driver.classes())
                                .isNotEmpty()
                                .allMatch(name -> LibraryClass.of(name).isPresent())));
    }

    @TestFactory
    Stream<DynamicTest> theProgramNameIsAPropertyAndItsLookAlikesAreNot() {
        return Catalog.builtIn().drivers().stream()
                .filter(driver -> !driver.isExempt() && !SILENT.containsKey(driver.id()))
                .map(driver -> DynamicTest.dynamicTest(driver.id(), () -> {
                    Set<String> known = properties(driver);
                    assertThat(known).anyMatch(driver::readsProgramNameFrom);
                    assertThat(driver.programName().lookAlikes()).noneMatch(key -> knows(driver, known, key));
                }));
    }

    @Test
    void everyServerNamesItsView() {
        assertThat(Catalog.builtIn().drivers())
                .filteredOn(driver -> !driver.isExempt())
                .allMatch(driver -> !driver.programName().view().isEmpty())
                .allMatch(driver ->
                        driver.readsProgramNameFrom(driver.programName().key()));
    }

    private static boolean knows(DriverModel driver, Set<String> known, String key) {
        return known.stream().anyMatch(each -> driver.keysIgnoreCase() ? each.equalsIgnoreCase(key) : each.equals(key));
    }

    private static Set<String> properties(DriverModel model) throws Exception {
        Driver driver =
                (Driver) Class.forName(model.classes().get(0)).getConstructor().newInstance();
        String url = URLS.get(model.id());
        assertThat(url).startsWith(model.prefixes().get(0));
        DriverPropertyInfo[] properties = driver.getPropertyInfo(url, new Properties());
        assertThat(properties).hasSizeGreaterThan(3);
        return Stream.of(properties).map(property -> property.name).collect(Collectors.toSet());
    }
}
