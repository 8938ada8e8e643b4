package io.github.lambdadb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.testkit.Fixture;
import io.github.lambdadb.testkit.RuleVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** XML files of the class path that are meant to hurt end in one gap each, and nothing is read or asked for elsewhere. */
class HostileResourcesTest {
    private static final Path FIXTURES = Path.of("src/test/fixtures/oversized-pool");
    private static final RuleVerifier RULES = RuleVerifier.withClassPath(TestClassPath.entries());

    /** Fixtures, and the file in each that sets its pool. */
    private static final Map<String, String> FILES = Map.of(
            "persistence-unit", "META-INF/persistence.xml",
            "hibernate-file", "shop.cfg.xml",
            "mybatis-file", "mybatis-config.xml",
            "c3p0-file", "c3p0-config.xml",
            "beans-file", "beans.xml");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> filesThatCannotBeReadAreOneGap() {
        Map<String, byte[]> contents = Map.of(
                "nothing", new byte[0],
                "no XML", text("jdbc:postgresql://db.internal/orders"),
                "an end that is missing", text("<beans><bean class='x'>"),
                "entities that laugh", text(laughter()),
                "an entity of a file", text("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>"),
                "more levels than are read", text("<a>".repeat(100_000) + "</a>".repeat(100_000)),
                "more elements than are read", text("<a>" + "<b/>".repeat(300_000) + "</a>"),
                "more than is read", text("<a>" + " ".repeat(3_000_000) + "</a>"),
                "bytes that are no text", new byte[] {'<', 'a', '>', (byte) 0xC3, (byte) 0x28, 0, '<', '/', 'a', '>'});
        return each(
                contents,
                (report, file) -> assertThat(report.facts().gaps())
                        .filteredOn(gap -> gap.location().file().endsWith(file))
                        .extracting(Gap::kind)
                        .containsExactly(Gap.Kind.UNREADABLE_FILE));
    }

    @TestFactory
    Stream<DynamicTest> filesThatNeedThemselvesEnd() {
        Map<String, byte[]> contents = Map.of(
                "a file that imports itself",
                        text("<beans><import resource='beans.xml'/><import resource='classpath:/beans.xml'/></beans>"),
                "beans that need each other",
                        text(
                                "<beans><bean id='a' class='com.zaxxer.hikari.HikariDataSource'><constructor-arg ref='b'/></bean>"
                                        + "<bean id='b' class='com.zaxxer.hikari.HikariConfig'>"
                                        + "<property name='dataSource' ref='a'/></bean></beans>"),
                "placeholders that grow",
                        text("<configuration><properties>"
                                + Stream.iterate(1, i -> i + 1)
                                        .limit(60)
                                        .map(i -> "<property name='p" + i + "' value='${p" + (i - 1) + "}${p" + (i - 1)
                                                + "}'/>")
                                        .reduce("<property name='p0' value='x'/>", String::concat)
                                + "</properties></configuration>"));
        return each(
                contents,
                (report, file) -> assertThat(report.facts().coverage()).isNotNull());
    }

    private interface Claim {
        void holds(CheckReport report, String file);
    }

    private Stream<DynamicTest> each(Map<String, byte[]> contents, Claim claim) {
        List<DynamicTest> tests = new ArrayList<>();
        FILES.forEach((name, file) -> contents.forEach((what, content) -> tests.add(
                DynamicTest.dynamicTest(what + " in " + file, () -> claim.holds(check(name, file, content), file)))));
        return tests.stream();
    }

    private CheckReport check(String name, String file, byte[] content) throws IOException {
        Path copy = Files.createTempDirectory(folder, "case");
        try (Stream<Path> all = Files.walk(FIXTURES.resolve(name))) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                Path target =
                        copy.resolve(FIXTURES.resolve(name).relativize(one).toString());
                Files.createDirectories(target.getParent());
                Files.copy(one, target);
            }
        }
        Files.write(copy.resolve(file), content);
        return RULES.check(new Fixture(copy));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String laughter() {
        StringBuilder text = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 40; i++) {
            text.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
        }
        return text.append("]><a>&l39;</a>").toString();
    }
}
