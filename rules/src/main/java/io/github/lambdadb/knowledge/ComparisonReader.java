package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.Comparison.Operand;
import io.github.lambdadb.knowledge.Comparison.Operator;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads comparisons of settings: {@code minimum-idle < maximum-size}, {@code idle-timeout + PT1S > max-lifetime}. */
final class ComparisonReader {
    private static final Pattern FORM =
            Pattern.compile("([a-z-]+)(?: \\+ (\\w+))? (<|<=|>|>=|=|!=) (-?[0-9PTMSH.]+|[a-z-]+)");

    private ComparisonReader() {}

    /** All comparisons of a list; one alone may stand without a list. */
    static List<Comparison> all(Node node) {
        List<Node> items = node.asSequence().isPresent() ? Fields.items(node) : List.of(node);
        return items.stream().map(ComparisonReader::read).toList();
    }

    private static Comparison read(Node node) {
        String text = Fields.text(node);
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw notUnderstood(node, text);
        }
        Property first = property(form.group(1)).orElseThrow(() -> notUnderstood(node, text));
        long plus = form.group(2) == null ? 0 : amount(form.group(2)).orElseThrow(() -> notUnderstood(node, text));
        Operator operator = Arrays.stream(Operator.values())
                .filter(each -> each.sign().equals(form.group(3)))
                .findFirst()
                .orElseThrow();
        Operand second = property(form.group(4))
                .map(property -> new Operand(List.of(property), 0))
                .or(() -> amount(form.group(4)).map(amount -> new Operand(List.of(), amount)))
                .orElseThrow(() -> notUnderstood(node, text));
        return new Comparison(new Operand(List.of(first), plus), operator, second);
    }

    static Optional<Property> property(String kebab) {
        return Arrays.stream(Property.values())
                .filter(property -> Fields.kebab(property).equals(kebab))
                .findFirst();
    }

    private static Optional<Long> amount(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Optional.of(Long.valueOf(text));
        }
        try {
            return Optional.of(Duration.parse(text).toMillis());
        } catch (DateTimeParseException neitherNumberNorDuration) {
            return Optional.empty();
        }
    }

    private static KnowledgeException notUnderstood(Node node, String text) {
        return new KnowledgeException(
                node.location(),
                "'" + text + "' is not of the form 'minimum-idle < maximum-size' or 'max-lifetime < PT30S'");
    }
}
