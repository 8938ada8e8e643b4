package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.rules.TestClassPath;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a run outlives it: a daemon that checks all day holds no more than after its first check. */
class HeapTest {

    private static final int RUNS = 50;
    /** The JVM itself still learns in the first dozens of runs; what each run leaves adds up to more. */
    /** Logins that other tests of this JVM have begun go on meanwhile, and hold buffers. */
    private static final long SLACK = 2L * 1024 * 1024;
    /** A line of the histogram: rank, instances, bytes, class. */
    private static final Pattern CLASS = Pattern.compile(
            "(?m)^ *\\d+: +(?<instances>\\d+) +\\d+ +(?<name>(com\\.github\\.javaparser|io\\.github\\.lambdadb)\\.\\S+)");

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(?<bytes>\\d+)");
    private static final Path FIXTURE = Path.of("src/test/fixtures/unclosed-connection/hibernate-session-not-closed");

    @TempDir
    private static Path folder;

    @Test
    void holdsNoMoreAfterFiftyRuns() throws IOException, JMException {
        Files.writeString(folder.resolve("OrderHandler.java"), """
                package shop;

                import com.amazonaws.services.lambda.runtime.Context;
                import com.amazonaws.services.lambda.runtime.RequestHandler;
                import java.util.stream.Stream;
                import javax.naming.InitialContext;
                import javax.sql.DataSource;

                public final class OrderHandler implements RequestHandler<String, String> {
                    @Override
                    public String handleRequest(String order, Context context) {
                        return Stream.of(order, "b").map(x -> lookUp(x)).reduce((a, b) -> a).get().getConnection().getCatalog();
                    }

                    private DataSource lookUp(String name) {
                        return (DataSource) new InitialContext().lookup(name);
                    }
                }
                """);
        NamedLibraries libraries = new NamedLibraries(TestClassPath.entries());
        List<CheckRequest> requests = List.of(request(folder, List.of()), request(FIXTURE, libraries.of(FIXTURE)));
        check(5, requests);
        String first = histogram();
        Map<String, Integer> before = instances(first);
        check(RUNS, requests);
        String last = histogram();
        Map<String, Integer> after = instances(last);
        assertThat(after).isNotEmpty();
        assertThat(after.keySet()).anyMatch(name -> name.startsWith("com.github.javaparser.symbolsolver."));
        assertThat(after.entrySet())
                .as("classes of which each run leaves at least one instance")
                .allMatch(entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0) < RUNS);
        assertThat(bytes(last) - bytes(first)).as("bytes that outlive the runs").isLessThan(SLACK);
    }

    private static void check(int times, List<CheckRequest> requests) {
        for (int run = 0; run < times; run++) {
            requests.forEach(request ->
                    assertThat(Checker.check(request).facts().functions()).isNotEmpty());
        }
    }

    private static CheckRequest request(Path root, List<Path> jars) {
        Dependencies dependencies = new Dependencies(jars, Map.of(), List.of());
        return new CheckRequest(
                root,
                root,
                List.of(root),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                () -> dependencies,
                file -> true,
                false,
                Policy.defaults());
    }

    /** What lives, counted by the JVM after a full collection. */
    private static String histogram() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }

    private static Map<String, Integer> instances(String histogram) {
        Map<String, Integer> instances = new TreeMap<>();
        CLASS.matcher(histogram)
                .results()
                .forEach(line -> instances.merge(line.group(2), Integer.parseInt(line.group(1)), Integer::sum));
        return instances;
    }

    private static long bytes(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        assertThat(total.find()).isTrue();
        return Long.parseLong(total.group("bytes"));
    }
}
