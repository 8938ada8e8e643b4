package io.github.lambdadb.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a parameter group: a number, or a formula such as {@code LEAST({DBInstanceClassMemory/9531392},5000)} (RDS User
 * Guide, "Specifying DB parameters"): four operators on variables and numbers, five functions, results truncated.
 */
final class ParameterFormula {
    private static final int LONGEST = 400;
    private static final int DEEPEST = 20;

    private final String text;
    private final Map<String, Double> variables;
    private int at;
    private int depth;

    private ParameterFormula(String text, Map<String, Double> variables) {
        this.text = text;
        this.variables = variables;
    }

    /** The value, truncated; empty for a text that is no formula, or needs what is not known. Variables by lower-case name. */
    static Optional<Long> evaluate(String text, Map<String, Double> variables) {
        String plain = text.replaceAll("\\s", "");
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        ParameterFormula formula = new ParameterFormula(plain, variables);
        return formula.sum()
                .filter(value -> formula.at == plain.length() && Double.isFinite(value))
                .map(Double::longValue);
    }

    private Optional<Double> sum() {
        Optional<Double> value = product();
        while (value.isPresent() && (is('+') || is('-'))) {
            boolean plus = text.charAt(at++) == '+';
            double left = value.get();
            value = product().map(right -> plus ? left + right : left - right);
        }
        return value;
    }

    private Optional<Double> product() {
        Optional<Double> value = factor();
        while (value.isPresent() && (is('*') || is('/'))) {
            boolean times = text.charAt(at++) == '*';
            double left = value.get();
            value = factor().map(right -> times ? left * right : left / right);
        }
        return value;
    }

    private Optional<Double> factor() {
        if (depth >= DEEPEST) {
            return Optional.empty();
        }
        depth++;
        Optional<Double> value = is('{') ? enclosed('}').map(Math::floor) : is('(') ? enclosed(')') : word();
        depth--;
        return value;
    }

    private Optional<Double> enclosed(char end) {
        at++;
        Optional<Double> value = sum();
        if (value.isEmpty() || !is(end)) {
            return Optional.empty();
        }
        at++;
        return value;
    }

    private Optional<Double> word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || is('.') || is('_'))) {
            at++;
        }
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        if (word.matches("\\d{1,15}(\\.\\d{1,9})?")) {
            return Optional.of(Double.valueOf(word));
        }
        return is('(') ? function(word) : Optional.ofNullable(variables.get(word));
    }

    private Optional<Double> function(String name) {
        List<Double> arguments = new ArrayList<>();
        do {
            at++;
            Optional<Double> argument = sum();
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        } while (is(','));
        if (!is(')')) {
            return Optional.empty();
        }
        at++;
        return apply(name, arguments);
    }

    private static Optional<Double> apply(String name, List<Double> arguments) {
        return switch (name) {
            case "least" -> arguments.stream().min(Double::compare);
            case "greatest" -> arguments.stream().max(Double::compare);
            case "sum" -> arguments.stream().reduce(Double::sum);
            case "log" ->
                arguments.size() == 1 ? Optional.of(Math.log(arguments.get(0)) / Math.log(2)) : Optional.empty();
            case "if" ->
                arguments.size() == 3
                        ? Optional.of(arguments.get(0) != 0 ? arguments.get(1) : arguments.get(2))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean is(char character) {
        return at < text.length() && text.charAt(at) == character;
    }
}
