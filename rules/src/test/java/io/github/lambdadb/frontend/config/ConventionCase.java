package io.github.lambdadb.frontend.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.value.Value.Known;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A configuration that a framework and this reader are asked about. It is written as a line {@code ## name}, lines
 * {@code VARIABLE=value}, and files that begin with {@code == name}.
 */
record ConventionCase(String name, Map<String, String> variables, String files) {
    /** What the real framework says: values by key, an empty text for what is not set. */
    interface Framework {
        Map<String, String> values(ClassLoader loader, Map<String, String> variables) throws IOException;
    }

    /** One test for each case of the text. */
    static Stream<DynamicTest> tests(String cases, String id, Path folder, Framework framework) {
        return Stream.of(cases.split("(?m)^## "))
                .filter(text -> !text.isBlank())
                .map(ConventionCase::parse)
                .map(one -> DynamicTest.dynamicTest(one.name, () -> one.compare(id, folder, framework)));
    }

    private static ConventionCase parse(String text) {
        Map<String, String> variables = new LinkedHashMap<>();
        int files = text.indexOf("\n== ") + 1;
        text.substring(0, files)
                .lines()
                .skip(1)
                .forEach(line ->
                        variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return new ConventionCase(text.lines().findFirst().orElseThrow(), variables, text.substring(files));
    }

    private void compare(String id, Path folder, Framework framework) throws IOException {
        ClassPathFolder classPath = new ClassPathFolder(Files.createTempDirectory(folder, "case"), id, files);
        URL[] urls = {classPath.resources().toUri().toURL()};
        Map<String, String> expected;
        try (URLClassLoader loader = new URLClassLoader(urls, ConventionCase.class.getClassLoader())) {
            expected = framework.values(loader, variables);
        }
        Configuration configuration = classPath.with(variables);
        Map<String, String> actual = new TreeMap<>();
        expected.keySet()
                .forEach(key -> actual.put(
                        key,
                        configuration
                                .get(key)
                                .map(value -> ((Known<String>) value).value())
                                .orElse("")));
        assertThat(actual).isEqualTo(expected);
        assertThat(expected.values()).anyMatch(value -> !value.isEmpty());
    }
}
