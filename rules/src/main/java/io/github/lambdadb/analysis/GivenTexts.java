package io.github.lambdadb.analysis;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that templates and configuration files give, with what they refer to. */
final class GivenTexts {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}]+)\\}");

    private GivenTexts() {}

    /** What the value may be; what is not known of it stands under the name. */
    static Term term(Value<String> value, String name) {
        List<Term> terms = new ArrayList<>();
        value.candidates().forEach(known -> terms.add(text(known.value(), known.evidence())));
        if (!value.isComplete()) {
            terms.add(new Term.Text(List.of(new Term.Part(PartKind.REFERENCE, name)), Evidence.none()));
        }
        return Join.of(terms);
    }

    /** What the text refers to, in the order of the text. */
    static List<String> references(String text) {
        return REFERENCE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The text, with a part for each reference in it. */
    private static Term text(String text, Evidence evidence) {
        List<Term.Part> parts = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(text);
        int done = 0;
        while (reference.find()) {
            addLiteral(parts, text.substring(done, reference.start()));
            parts.add(new Term.Part(PartKind.REFERENCE, reference.group(1)));
            done = reference.end();
        }
        addLiteral(parts, text.substring(done));
        return Texts.of(parts, evidence);
    }

    private static void addLiteral(List<Term.Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Term.Part(PartKind.LITERAL, text));
        }
    }
}
