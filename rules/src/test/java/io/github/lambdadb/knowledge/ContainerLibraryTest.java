package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares what the files say of containers with the libraries. */
class ContainerLibraryTest {
    @Test
    void thereAreContainers() {
        assertThat(Catalog.builtIn().containers()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> typesExist() {
        return Catalog.builtIn().containers().stream()
                .flatMap(container -> Stream.of(
                                container.starts(),
                                container.scans(),
                                container.components(),
                                container.factories(),
                                container.imports(),
                                container.files(),
                                accessors(container))
                        .flatMap(List::stream))
                .distinct()
                .map(type -> DynamicTest.dynamicTest(
                        type, () -> assertThat(LibraryClass.of(type)).isPresent()));
    }

    private static List<String> accessors(ContainerModel container) {
        return container.accessors().stream()
                .flatMap(accessor -> Stream.concat(accessor.types().stream(), accessor.annotations().stream()))
                .toList();
    }
}
