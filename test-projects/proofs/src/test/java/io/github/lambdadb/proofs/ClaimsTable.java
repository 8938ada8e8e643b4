package io.github.lambdadb.proofs;

import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of {@code docs/proofs.md}: what is proved, by which class, and on which versions. */
final class ClaimsTable {
    private static final String SOURCES = "../test-projects/proofs/src/test/java/io/github/lambdadb/proofs/";
    private static final String PAGES = "../rules/src/main/resources/io/github/lambdadb/rules/";
    private static final Path CLASSES = Path.of("target", "test-classes", "io", "github", "lambdadb", "proofs");

    private ClaimsTable() {}

    /** The test classes that prove something, in the order of their numbers. */
    static List<Class<?>> proofs() throws IOException, ClassNotFoundException {
        List<Class<?>> proofs = new ArrayList<>();
        for (String name : namesOfClasses()) {
            Class<?> type = Class.forName(ClaimsTable.class.getPackageName() + "." + name);
            if (type.isAnnotationPresent(Claim.class)) {
                proofs.add(type);
            }
        }
        proofs.sort(
                Comparator.comparing((Class<?> type) -> number(claimOf(type))).thenComparing(Class::getSimpleName));
        return proofs;
    }

    private static List<String> namesOfClasses() throws IOException {
        try (Stream<Path> files = Files.list(CLASSES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }

    static Claim claimOf(Class<?> proof) {
        return proof.getAnnotation(Claim.class);
    }

    private static int number(Claim claim) {
        return Integer.parseInt(claim.id().substring(1));
    }

    /** The whole file. */
    static String text() throws IOException, ClassNotFoundException, SQLException {
        StringBuilder text = new StringBuilder("""
                # What is proved

                Each claim is a test of `test-projects/proofs`, which opens sessions on real servers and counts them there. This file is
                generated: `ClaimsTableTest` compares it.

                | | Claim | Proof | Rules | Seen on |
                |---|---|---|---|---|
                """);
        for (Class<?> proof : proofs()) {
            text.append(row(proof));
        }
        text.append("\nSeen with ").append(String.join(", ", libraries())).append(".\n");
        text.append("MySQL Connector/J was seen with MariaDB's server, not with MySQL's.\n");
        text.append("\nTheir servers do not run here, so what is known of these drivers is documented, not proved: ")
                .append(String.join(", ", unproved()))
                .append(". Nor does RDS Proxy run here.\n");
        return text.toString();
    }

    private static String row(Class<?> proof) throws SQLException {
        Claim claim = claimOf(proof);
        String name = proof.getSimpleName();
        String rules = Arrays.stream(claim.rules())
                .map(rule -> "[`%s`](%s%s.md)".formatted(rule, PAGES, rule))
                .collect(Collectors.joining(", "));
        return "| %s | %s | [`%s`](%s%s.java) | %s | %s |\n"
                .formatted(claim.id(), claim.text(), name, SOURCES, name, rules, seenOn(claim));
    }

    private static Set<String> libraries() {
        Set<String> libraries = new TreeSet<>();
        for (Driver driver : Driver.values()) {
            libraries.add(driver.knowledge().name() + " "
                    + versionOf(driver.knowledge().artifact()));
        }
        for (Pool pool : Pool.values()) {
            libraries.add(
                    pool.knowledge().name() + " " + versionOf(pool.knowledge().artifact()));
        }
        return libraries;
    }

    /** The version in the name of the jar. */
    private static String versionOf(String artifact) {
        String begin = artifact.substring(artifact.indexOf(':') + 1) + "-";
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.startsWith(begin) && Character.isDigit(name.charAt(begin.length())))
                .map(name -> name.substring(begin.length(), name.length() - ".jar".length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not on the class path: " + artifact));
    }

    /** The drivers of which what is known is documented. */
    private static Set<String> unproved() {
        return Catalog.builtIn().drivers().stream()
                .filter(driver -> !driver.isExempt() && !driver.isProved())
                .map(DriverModel::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The table for the README, which lies two folders higher than this module. */
    static String ofReadme() throws IOException, ClassNotFoundException, SQLException {
        StringBuilder text = new StringBuilder("| | Claim | Seen on |\n|---|---|---|\n");
        for (Class<?> proof : proofs()) {
            Claim claim = claimOf(proof);
            text.append("| [%s](test-projects/proofs/src/test/java/io/github/lambdadb/proofs/%s.java) | %s | %s |\n"
                    .formatted(claim.id(), proof.getSimpleName(), claim.text(), seenOn(claim)));
        }
        return text.toString();
    }

    /** The section of a rule's page. */
    static String ofPage(String rule, String page) throws IOException, ClassNotFoundException, SQLException {
        StringBuilder text = new StringBuilder();
        for (Class<?> proof : proofs()) {
            Claim claim = claimOf(proof);
            if (List.of(claim.rules()).contains(rule)) {
                text.append("- **%s**, `%s`, seen on %s: %s.\n"
                        .formatted(claim.id(), proof.getSimpleName(), seenOn(claim), claim.text()));
            }
        }
        text.append(
                text.isEmpty()
                        ? "Nothing of this page was tried on a server: it is documented by the references, or read in the code.\n"
                        : "\nThe tests are in `test-projects/proofs`. What else this page says is documented by the references.\n");
        List<String> named = unproved().stream().filter(page::contains).toList();
        if (!named.isEmpty()) {
            text.append("The servers of these drivers do not run there: ")
                    .append(String.join(", ", named))
                    .append(".\n");
        }
        return text.toString();
    }

    private static String seenOn(Claim claim) throws SQLException {
        List<String> engines = new ArrayList<>();
        for (Engine engine : claim.engines()) {
            engines.add(engine.title() + " " + engine.server().version());
        }
        return engines.isEmpty() ? "a silent socket" : String.join(", ", engines);
    }
}
