package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/** Terraform's functions, those that files about functions and databases use. */
final class Functions {
    /** In front of a path among the sources of a term. */
    static final String FILE = "file:";

    private Functions() {}

    static Term call(String name, List<Term> arguments, Location at) {
        Optional<Term> result = arguments.isEmpty() ? Optional.empty() : result(name, arguments, at);
        return result.orElseGet(() -> Terms.text(
                new Value.Unknown<>("'" + name + "' of what stands here is not understood"),
                Terms.sources(arguments.stream())));
    }

    private static Optional<Term> result(String name, List<Term> arguments, Location at) {
        Term first = arguments.get(0);
        return switch (name) {
            case "tostring",
                    "tonumber",
                    "tobool",
                    "tolist",
                    "toset",
                    "tomap",
                    "nonsensitive",
                    "distinct",
                    "jsondecode" -> Optional.of(first);
            case "file",
                    "filesha1",
                    "filesha256",
                    "filemd5",
                    "filebase64",
                    "filebase64sha256",
                    "filebase64sha512",
                    "templatefile" -> Optional.of(ofFile(first));
            case "sensitive" -> Optional.of(sensitive(first, at));
            case "lower" -> changed(first, text -> text.toLowerCase(Locale.ROOT));
            case "upper" -> changed(first, text -> text.toUpperCase(Locale.ROOT));
            case "trimspace" -> changed(first, String::strip);
            case "basename" -> changed(first, text -> text.substring(text.lastIndexOf('/') + 1));
            case "dirname" ->
                changed(first, text -> text.lastIndexOf('/') < 0 ? "." : text.substring(0, text.lastIndexOf('/')));
            case "abspath", "pathexpand" -> Optional.of(first);
            case "max", "min", "floor", "ceil", "length" -> numeric(name, arguments, at);
            case "format", "join", "split", "replace", "jsonencode" -> TextFunctions.call(name, arguments, at);
            default -> CollectionFunctions.call(name, arguments, at);
        };
    }

    /** The content of files is not read; the path stays to be seen, since it often tells where the code lies. */
    private static Term ofFile(Term path) {
        Set<String> file = Texts.exact(path).map(text -> Set.of(FILE + text)).orElse(Set.of());
        return Terms.unknown("the content of a file is not read", file);
    }

    private static Term sensitive(Term term, Location at) {
        boolean isHole = !term.text().candidates().isEmpty()
                && term.text().candidates().stream()
                        .allMatch(known ->
                                known.value().startsWith("${") && known.value().endsWith("}"));
        return isHole ? term : Terms.hole("sensitive", Evidence.of(at, "it is sensitive"), term.sources());
    }

    private static Optional<Term> changed(Term term, UnaryOperator<String> change) {
        return Texts.exact(term).map(text -> {
            Value<String> changed = term.text().map(known -> Optional.of(change.apply(known)));
            return Terms.text(changed, term.sources());
        });
    }

    private static Optional<Term> numeric(String name, List<Term> arguments, Location at) {
        Optional<String> result = switch (name) {
            case "length" -> length(arguments.get(0));
            case "floor" -> one(arguments, Math::floor);
            case "ceil" -> one(arguments, Math::ceil);
            case "max" ->
                all(arguments)
                        .flatMap(numbers -> spelled(DoubleStream.of(numbers).max()));
            default ->
                all(arguments)
                        .flatMap(numbers -> spelled(DoubleStream.of(numbers).min()));
        };
        return result.map(text -> Terms.known(text, at, "it is computed here"));
    }

    private static Optional<String> length(Term term) {
        if (term.items().isPresent()) {
            return term.isWhole() ? term.items().map(items -> String.valueOf(items.size())) : Optional.empty();
        }
        return Texts.exact(term).map(text -> String.valueOf(text.length()));
    }

    private static Optional<String> one(List<Term> arguments, DoubleUnaryOperator operator) {
        OptionalDouble number = Operators.number(arguments.get(0));
        return number.isPresent() ? Operators.spelled(operator.applyAsDouble(number.getAsDouble())) : Optional.empty();
    }

    private static Optional<String> spelled(OptionalDouble number) {
        return number.isPresent() ? Operators.spelled(number.getAsDouble()) : Optional.empty();
    }

    private static Optional<double[]> all(List<Term> arguments) {
        double[] numbers = arguments.stream()
                .map(Operators::number)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return numbers.length == arguments.size() ? Optional.of(numbers) : Optional.empty();
    }
}
