package io.github.lambdadb.analysis;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a file in which {@code ${name}} and {@code ${name:default}} stand for something else. */
final class FilePlaceholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}:]+)(?::([^${}]*))?\\}");

    private final Function<String, Optional<Term>> values;

    /** With what stands behind a name, if that is known. */
    FilePlaceholders(Function<String, Optional<Term>> values) {
        this.values = values;
    }

    /** The text as the library sees it; what is not known stays in it by its name. */
    Term term(String text, Location at, String label) {
        Term result = new Term.Constant("", Evidence.of(at, label));
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int done = 0;
        while (placeholder.find()) {
            result = joined(result, literal(text.substring(done, placeholder.start())));
            result = joined(result, value(placeholder));
            done = placeholder.end();
        }
        return joined(result, literal(text.substring(done)));
    }

    private static Term joined(Term left, Term right) {
        return Join.map(left, before -> Join.map(right, after -> Texts.concat(List.of(before, after))));
    }

    private static Term literal(String text) {
        return new Term.Constant(text, Evidence.none());
    }

    private Term value(Matcher placeholder) {
        String otherwise = placeholder.group(2);
        return values.apply(placeholder.group(1))
                .orElseGet(() -> otherwise == null
                        ? Texts.of(List.of(new Term.Part(PartKind.REFERENCE, placeholder.group(1))), Evidence.none())
                        : literal(otherwise));
    }
}
