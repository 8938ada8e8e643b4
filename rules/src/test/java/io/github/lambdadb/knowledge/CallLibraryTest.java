package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares what the files say of calls and functions with the libraries. */
class CallLibraryTest {
    @Test
    void thereAreCallsAndFunctions() {
        assertThat(Catalog.builtIn().calls()).hasSizeGreaterThan(80);
        assertThat(Catalog.builtIn().functions().interfaces()).hasSizeGreaterThan(5);
        assertThat(Catalog.builtIn().functions().harmless()).hasSizeGreaterThan(20);
    }

    @TestFactory
    Stream<DynamicTest> methodsExist() {
        return Catalog.builtIn().calls().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.type(), () -> assertThat(missing(call)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> handlerMethodsExist() {
        return Catalog.builtIn().functions().interfaces().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Optional<LibraryClass> found = LibraryClass.of(entry.getKey());
                    assertThat(found).isPresent();
                    assertThat(entry.getValue().split(","))
                            .allMatch(method -> found.orElseThrow().hasMethod(method));
                }));
    }

    private static List<String> missing(CallModel call) {
        Optional<LibraryClass> found = LibraryClass.of(call.type());
        if (found.isEmpty()) {
            return List.of(call.type());
        }
        return Stream.of(
                        call.borrows(),
                        call.derives(),
                        call.queries(),
                        call.validates(),
                        call.bookkeeping(),
                        call.closes(),
                        call.evicts(),
                        call.shares(),
                        call.registers(),
                        call.declares())
                .flatMap(List::stream)
                .filter(method -> !found.get().hasAny(method))
                .toList();
    }
}
