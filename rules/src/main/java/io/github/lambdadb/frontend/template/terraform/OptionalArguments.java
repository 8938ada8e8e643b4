package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Expression.Call;
import io.github.lambdadb.frontend.template.terraform.Expression.Literal;
import io.github.lambdadb.frontend.template.terraform.Expression.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fills what a variable's type says of entries that are not given: {@code optional(number, 30)}. */
final class OptionalArguments {
    private OptionalArguments() {}

    static Term filled(Expression type, Term term, Evaluator evaluator) {
        if (!(type instanceof Call call)
                || call.arguments().isEmpty()
                || term.items().isEmpty()) {
            return term;
        }
        Expression inner = call.arguments().get(0);
        return switch (call.name()) {
            case "object" -> inner instanceof Mapping fields ? object(fields, term, evaluator) : term;
            case "optional" -> filled(inner, term, evaluator);
            case "map", "list", "set" -> each(inner, term, evaluator);
            default -> term;
        };
    }

    private static Term object(Mapping fields, Term term, Evaluator evaluator) {
        if (term.entries().isEmpty() || !term.isWhole()) {
            return term;
        }
        Map<String, Term> all = new LinkedHashMap<>(term.entries().get());
        for (Expression.Entry field : fields.entries()) {
            if (field.key() instanceof Literal name) {
                Term given = term.member(name.text());
                boolean hasDefault =
                        field.value() instanceof Call call && call.arguments().size() == 2;
                Term filled = given.isNothing() && hasDefault
                        ? evaluator.evaluate(
                                ((Call) field.value()).arguments().get(1), "'" + name.text() + "' by default")
                        : given;
                all.put(name.text(), filled(field.value(), filled, evaluator));
            }
        }
        return Terms.mapping(all, true);
    }

    private static Term each(Expression type, Term term, Evaluator evaluator) {
        if (term.entries().isPresent()) {
            Map<String, Term> all = new LinkedHashMap<>();
            term.entries().get().forEach((key, item) -> all.put(key, filled(type, item, evaluator)));
            return Terms.mapping(all, term.isWhole());
        }
        return Terms.tuple(
                term.items().orElseThrow().stream()
                        .map(item -> filled(type, item, evaluator))
                        .toList(),
                term.isWhole());
    }
}
