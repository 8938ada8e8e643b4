package io.github.lambdadb.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pools that a real framework makes of a project are those that the analysis believes in, setting by setting. */
class EffectivePoolTest {
    /** What frameworks and pools fill in by themselves, of which nothing is believed unless somebody sets it. */
    private static final Set<String> FILLED_IN = Set.of("DRIVER_CLASS", "POOL_NAME", "USER", "VALIDATION_QUERY");

    @TempDir
    private static Path folder;

    private static final Map<Loaded, URLClassLoader> LOADERS = new HashMap<>();
    private static final Compiler COMPILER = new Compiler();

    /** Libraries that several cases use, or one that wants them for itself. */
    private record Loaded(Libraries libraries, String only) {}

    @AfterAll
    static void closeLoaders() throws IOException {
        for (URLClassLoader loader : LOADERS.values()) {
            loader.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> frameworkMakesTheSame() {
        return Framework.all().stream()
                .flatMap(framework -> framework.versions().stream().map(version -> version(framework, version)));
    }

    private static DynamicContainer version(Framework framework, String version) {
        Libraries libraries = Libraries.of(version);
        return DynamicContainer.dynamicContainer(
                version,
                PoolCase.all(libraries.named(text(framework.folder() + "/cases.txt")))
                        .filter(one -> one.fits(libraries))
                        .map(one -> DynamicTest.dynamicTest(
                                version + ": " + one.name(),
                                () -> compare(framework, version, libraries.without(one.lacks()), one))));
    }

    private static void compare(Framework framework, String version, Libraries libraries, PoolCase one)
            throws Exception {
        Project project = Project.write(
                Files.createTempDirectory(folder, "case"),
                one,
                libraries.named(text(framework.folder() + "/Application.java")),
                framework.handler());
        // a framework makes several in any order
        List<Map<String, String>> real = byUrl(
                framework.isBuilt()
                        ? BuiltApplication.of(version).pools(project, one.variables())
                        : started(framework, libraries, project, one));
        BelievedPools believed = BelievedPools.of(project, libraries, framework.adapter());
        assertThat(real).isNotEmpty();
        assertThat(believed.pools()).as(() -> believed.gaps().toString()).hasSameSizeAs(real);
        List<Map<String, String>> expected = byUrl(believed.pools());
        for (int i = 0; i < real.size(); i++) {
            assertThat(differences(real.get(i), expected.get(i)))
                    .as(() -> believed.gaps().toString())
                    .isEmpty();
        }
    }

    private static List<Map<String, String>> started(
            Framework framework, Libraries libraries, Project project, PoolCase one) throws Exception {
        Loaded loaded = new Loaded(libraries, one.isApart() ? one.name() : "");
        ClassLoader loader = LOADERS.computeIfAbsent(loaded, key -> libraries.loader());
        Path classes = COMPILER.classes(project, text(framework.folder() + "/Starter.java"), libraries, loader);
        return new RealPools(loader, classes).of(project, one.variables());
    }

    private static List<Map<String, String>> byUrl(List<Map<String, String>> pools) {
        return pools.stream()
                .sorted(Comparator.comparing(pool -> pool.getOrDefault("URL", "")))
                .toList();
    }

    private static List<String> differences(Map<String, String> real, Map<String, String> believed) {
        List<String> differences = new ArrayList<>();
        real.forEach((setting, value) -> {
            String belief = believed.getOrDefault(setting, "");
            if (!(belief.isEmpty() && FILLED_IN.contains(setting)) && !same(value, belief)) {
                differences.add(
                        "%s is '%s' in the real pool, and believed to be '%s'".formatted(setting, value, belief));
            }
        });
        return differences;
    }

    private static boolean same(String real, String believed) {
        boolean isOff = real.isEmpty() || real.equals("PT0S") || real.startsWith("PT-");
        boolean isBelievedOff = believed.isEmpty() || believed.equals("PT0S");
        return real.equals(believed) || isOff && isBelievedOff;
    }

    static String text(String resource) {
        try (InputStream stream = EffectivePoolTest.class.getResourceAsStream("/" + resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
