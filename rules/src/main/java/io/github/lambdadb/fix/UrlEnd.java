package io.github.lambdadb.fix;

import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.frontend.java.JavaOutline;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * The written end of a JDBC URL: the whole of it, or the last of the texts that it is put together of.
 *
 * @param start the offset of the text, behind the quote
 * @param isJava whether it is a literal of Java, else a value of configuration
 */
record UrlEnd(SourceText file, int line, int start, String text, boolean isJava) {
    static final String FUNCTION_NAME = "System.getenv().getOrDefault(\"AWS_LAMBDA_FUNCTION_NAME\", \"local\")";
    private static final String PLACEHOLDER = "${AWS_LAMBDA_FUNCTION_NAME:local}";

    static Optional<UrlEnd> of(Texts texts, Value.Known<JdbcUrl> url) {
        // a part in the middle, such as the host, may come from elsewhere
        return inJava(texts, url.value(), url.evidence().steps()).or(() -> inConfiguration(texts, url));
    }

    private static Optional<UrlEnd> inJava(Texts texts, JdbcUrl url, List<Evidence.Step> steps) {
        return steps.stream()
                .filter(step -> step.text().equals(Evidence.WRITTEN)
                        && step.location().file().endsWith(".java"))
                .reduce((first, second) -> second)
                .map(Evidence.Step::location)
                .flatMap(at -> texts.outline(at.file())
                        .filter(outline -> outline.use(at)
                                .filter(use -> isHandedOn(use, steps))
                                .isPresent())
                        .flatMap(outline -> outline.text(at))
                        .filter(written -> url.text().endsWith(written))
                        .flatMap(written -> literal(texts, at, written)));
    }

    /** The text reaches the source as it is: nothing formats, splits or replaces it on the way. */
    private static boolean isHandedOn(JavaOutline.Use use, List<Evidence.Step> steps) {
        return use.role() == JavaOutline.Role.VALUE
                || (use.role() == JavaOutline.Role.ARGUMENT
                        && (use.call().isEmpty()
                                || steps.stream().anyMatch(step -> step.text().equals(use.call()))));
    }

    /** Escapes would shift the places. */
    private static Optional<UrlEnd> literal(Texts texts, Location at, String written) {
        return texts.of(at.file())
                .filter(file -> file.at(at).equals('"' + written + '"'))
                .map(file -> new UrlEnd(file, at.line(), file.offset(at.line(), at.column()) + 1, written, true));
    }

    private static Optional<UrlEnd> inConfiguration(Texts texts, Value.Known<JdbcUrl> url) {
        return url.evidence()
                .beginning()
                .filter(at -> isConfiguration(at.file()))
                .flatMap(at -> texts.of(at.file())
                        .flatMap(file -> WrittenValue.at(file, at))
                        .filter(written -> written.text().startsWith("jdbc:") && isEndKnown(written.text()))
                        .map(written ->
                                new UrlEnd(written.file(), written.line(), written.start(), written.text(), false)));
    }

    /** A placeholder at the end may bring parameters of its own, unless it is the value of one. */
    private static boolean isEndKnown(String text) {
        int placeholder = text.lastIndexOf("${");
        return !text.endsWith("}")
                || (placeholder > 0 && text.substring(0, placeholder).contains("="));
    }

    private static boolean isConfiguration(String file) {
        return file.endsWith(".properties") || file.endsWith(".yml") || file.endsWith(".yaml");
    }

    TextEdit appended(String parameter) {
        return file.insertion(line, start + text.length(), parameter);
    }

    TextEdit replaced(UrlText.Part part) {
        return file.edit(line, start + part.from(), start + part.to(), part.replacement());
    }

    /** A parameter whose value ends with the function's name; in configuration a placeholder, which frameworks fill. */
    TextEdit named(String parameter) {
        int end = start + text.length();
        return isJava
                ? file.edit(line, end, end + 1, parameter + "\" + " + FUNCTION_NAME)
                : appended(parameter + PLACEHOLDER);
    }
}
