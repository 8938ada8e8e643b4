package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares what gives programs their passwords with the real libraries. */
class CredentialLibraryTest {
    /** Not among the libraries of the tests: the first SDK, and a module that is not published for the version here. */
    private static final List<String> ELSEWHERE = List.of("com.amazonaws.", "software.amazon.awssdk.services.dsql.");

    @TestFactory
    Stream<DynamicTest> methodsExist() {
        List<CredentialModel> models = Catalog.builtIn().credentials().stream()
                .filter(model -> ELSEWHERE.stream().noneMatch(model.type()::startsWith))
                .toList();
        assertThat(models).hasSizeGreaterThan(2);
        return models.stream()
                .map(model -> DynamicTest.dynamicTest(
                        model.type(),
                        () -> assertThat(Stream.concat(model.tokens().stream(), model.secrets().stream()))
                                .isNotEmpty()
                                .allMatch(method -> LibraryClass.of(model.type())
                                        .orElseThrow()
                                        .hasAny(method))));
    }
}
