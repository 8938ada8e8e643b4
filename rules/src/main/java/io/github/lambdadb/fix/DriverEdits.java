package io.github.lambdadb.fix;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.knowledge.TypeModel;
import io.github.lambdadb.knowledge.TypeModel.Meaning;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Changes the properties that a source gives to its driver: in the written end of its URL, or by the pool's own method. */
record DriverEdits(Texts texts, Catalog catalog) {
    /** The source's only URL, its driver, and where the text ends. */
    private record Url(JdbcUrl url, DriverModel driver, UrlEnd end) {}

    /** The property with a constant value. */
    Optional<Edits> set(ConnectionSource source, Function<DriverModel, Optional<Parameter>> wanted) {
        return url(source)
                .flatMap(url -> wanted.apply(url.driver())
                        .flatMap(parameter -> constant(url, parameter).map(Edits::safe)));
    }

    /** A property of the driver as a URL spells it. */
    record Parameter(String key, String value) {}

    private static Optional<TextEdit> constant(Url url, Parameter parameter) {
        UrlText text = new UrlText(url.driver(), url.end().text());
        if (url.url().properties().containsKey(parameter.key())) {
            return text.withValue(parameter.key(), parameter.value()).map(url.end()::replaced);
        }
        return UrlText.separator(url.driver(), url.url().text())
                .map(separator -> url.end().appended(separator + parameter.key() + "=" + parameter.value()));
    }

    /** The property goes. */
    Optional<Edits> drop(ConnectionSource source, String key) {
        return url(source)
                .flatMap(url -> new UrlText(url.driver(), url.end().text())
                        .without(key)
                        .map(url.end()::replaced)
                        .map(Edits::safe));
    }

    /** The name of the function that runs, under the property that the driver reads. */
    Optional<Edits> name(ConnectionSource source) {
        return url(source)
                .flatMap(url -> {
                    DriverModel.ProgramNameModel name = url.driver().programName();
                    if (name.key().isEmpty() || url.url().properties().containsKey(name.key())) {
                        return Optional.empty();
                    }
                    return misspelt(url)
                            .or(() -> byMethod(source, name))
                            .or(() -> UrlText.separator(url.driver(), url.url().text())
                                    // only a framework's own data source has its placeholders filled
                                    .filter(separator -> url.end().isJava() == isInCode(source))
                                    .map(separator -> url.end().named(separator + name.key() + "=" + name.part())));
                })
                .map(Edits::safe);
    }

    private static boolean isInCode(ConnectionSource source) {
        return source.site().file().endsWith(".java");
    }

    /** A name stands there already, under a key that the driver does not read. */
    private static Optional<TextEdit> misspelt(Url url) {
        DriverModel.ProgramNameModel name = url.driver().programName();
        return name.part().isEmpty()
                ? name.lookAlikes().stream()
                        .filter(url.url().properties()::containsKey)
                        .flatMap(key -> new UrlText(url.driver(), url.end().text()).renamed(key, name.key()).stream())
                        .findFirst()
                        .map(url.end()::replaced)
                : Optional.empty();
    }

    private Optional<TextEdit> byMethod(ConnectionSource source, DriverModel.ProgramNameModel name) {
        JavaStatements statements = new JavaStatements(texts);
        String value = (name.part().isEmpty() ? "" : '"' + name.part() + "\" + ") + UrlEnd.FUNCTION_NAME;
        return catalog.product(source.product())
                .flatMap(product -> method(product)
                        .flatMap(method -> statements
                                .settable(product, source.site())
                                .flatMap(object -> statements.call(
                                        object, "%s(\"%s\", %s)".formatted(method, name.key(), value)))));
    }

    /** A method of all the product's types that takes one property of the driver. */
    private static Optional<String> method(SourceModel product) {
        return product.types().values().stream()
                .flatMap(type -> type.methods().entrySet().stream())
                .filter(method -> method.getValue().stream().anyMatch(DriverEdits::takesOneProperty))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static boolean takesOneProperty(TypeModel.Signature signature) {
        return signature.arguments().stream()
                .map(TypeModel.Argument::meaning)
                .toList()
                .equals(List.of(Meaning.DRIVER_KEY, Meaning.DRIVER_VALUE));
    }

    private Optional<Url> url(ConnectionSource source) {
        if (!(source.urls() instanceof Value.Known<JdbcUrl> known)) {
            return Optional.empty();
        }
        return catalog.driver(known.value().driver())
                .flatMap(driver -> UrlEnd.of(texts, known).map(end -> new Url(known.value(), driver, end)));
    }
}
