package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.knowledge.TypeModel.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares the files of sources with the libraries they describe: types, constructors, methods. */
class SourceLibraryTest {
    @Test
    void thereAreSources() {
        assertThat(Catalog.builtIn().sources()).hasSizeGreaterThan(30);
    }

    @TestFactory
    Stream<DynamicTest> whatAFileNamesExists() {
        return Catalog.builtIn().sources().stream()
                .map(source -> DynamicTest.dynamicTest(
                        source.id(), () -> assertThat(missing(source)).isEmpty()));
    }

    private static List<String> missing(SourceModel source) {
        List<String> missing = new ArrayList<>();
        List<LibraryClass> classes = new ArrayList<>();
        for (Map.Entry<String, TypeModel> type : source.types().entrySet()) {
            LibraryClass.of(type.getKey())
                    .ifPresentOrElse(
                            found -> {
                                classes.add(found);
                                missing.addAll(missing(type.getKey(), type.getValue(), found));
                            },
                            () -> missing.add(type.getKey()));
        }
        source.settings().forEach((property, setting) -> {
            setting.setters().stream()
                    .filter(setter -> classes.stream().noneMatch(each -> each.hasMethod(setter, 1)))
                    .forEach(setter -> missing.add(property + " " + setter + "(1)"));
            Stream.concat(setting.getters().stream(), setting.flags().stream())
                    .filter(getter -> classes.stream().noneMatch(each -> each.hasMethod(getter, 0)))
                    .forEach(getter -> missing.add(property + " " + getter + "(0)"));
        });
        return missing;
    }

    private static List<String> missing(String name, TypeModel model, LibraryClass found) {
        List<String> missing = new ArrayList<>();
        model.constructors().stream()
                .map(SourceLibraryTest::arity)
                .filter(arity -> !found.hasConstructor(arity))
                .forEach(arity -> missing.add(name + ".<init>/" + arity));
        model.methods()
                .forEach((method, signatures) -> signatures.stream()
                        .map(SourceLibraryTest::arity)
                        .filter(arity -> !found.hasMethod(method, arity))
                        .forEach(arity -> missing.add(name + "." + method + "/" + arity)));
        model.factories()
                .forEach((method, factory) -> factory.signatures().stream()
                        .map(SourceLibraryTest::arity)
                        .filter(arity -> !found.hasStaticMethod(method, arity))
                        .forEach(arity -> missing.add(name + "." + method + "/" + arity + " (static)")));
        Stream.concat(model.creates().stream(), model.returnsItself().stream())
                .filter(method -> !found.hasMethod(method))
                .forEach(method -> missing.add(name + "." + method));
        return missing;
    }

    private static int arity(Signature signature) {
        return signature.arguments().size();
    }
}
