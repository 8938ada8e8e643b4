package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What knowledge files say of threads is of methods that exist. */
class ThreadLibraryTest {
    /** Since Java 21, or a preview there. */
    private static final Set<String> YOUNGER = Set.of(
            "java.lang.Thread.Builder",
            "java.lang.Thread.Builder.OfVirtual",
            "java.lang.Thread.Builder.OfPlatform",
            "java.util.concurrent.StructuredTaskScope",
            "startVirtualThread",
            "resultNow",
            "exceptionNow",
            "state",
            "close",
            "newThreadPerTaskExecutor",
            "newVirtualThreadPerTaskExecutor");

    @TestFactory
    Stream<DynamicTest> methodsExist() {
        assertThat(Catalog.builtIn().threads()).hasSizeGreaterThan(15);
        return Catalog.builtIn().threads().stream()
                .filter(model -> !YOUNGER.contains(model.type()))
                .map(model -> DynamicTest.dynamicTest(
                        model.type(), () -> assertThat(missing(model)).isEmpty()));
    }

    private static List<String> missing(ThreadModel model) {
        Optional<LibraryClass> found = LibraryClass.of(model.type());
        if (found.isEmpty()) {
            return List.of(model.type());
        }
        return Stream.of(
                        model.starts().stream(),
                        model.completes().stream(),
                        model.repeats().stream(),
                        model.joins().stream(),
                        model.follows().stream(),
                        model.sizes().keySet().stream().filter(name -> !name.equals("<init>")))
                .flatMap(names -> names)
                .filter(method -> !YOUNGER.contains(method))
                .filter(method -> !found.get().hasAny(method))
                .toList();
    }
}
