package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Location;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the operators make of what is known. */
final class Operators {
    private static final double LARGEST_EXACT = 1e15;

    private Operators() {}

    static Term apply(String operator, Term left, Term right, Location at) {
        Optional<String> result = switch (operator) {
            case "==" -> same(left, right).map(String::valueOf);
            case "!=" -> same(left, right).map(same -> String.valueOf(!same));
            case "!" -> Texts.exact(right).map(text -> String.valueOf(text.equals("false")));
            case "&&", "||" -> logic(operator.equals("||"), Texts.exact(left), Texts.exact(right));
            default -> arithmetic(operator, number(left), number(right));
        };
        return result.map(text -> Terms.known(text, at, "it is computed here"))
                .orElseGet(() -> Terms.unknown("the operands of '" + operator + "' are not known"));
    }

    /** The number that a term is known to be. */
    static OptionalDouble number(Term term) {
        Optional<String> text = Texts.exact(term);
        try {
            return text.isPresent() ? OptionalDouble.of(Double.parseDouble(text.get())) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** A number as Terraform shows it, if that can be told exactly. */
    static Optional<String> spelled(double number) {
        if (!Double.isFinite(number) || Math.abs(number) >= LARGEST_EXACT) {
            return Optional.empty();
        }
        boolean isWhole = number == Math.rint(number);
        return Optional.of(isWhole ? String.valueOf((long) number) : String.valueOf(number));
    }

    private static Optional<Boolean> same(Term left, Term right) {
        if (left.isNothing() || right.isNothing()) {
            Term other = left.isNothing() ? right : left;
            boolean isThere = other.items().isPresent() || Texts.exact(other).isPresent();
            return other.isNothing() ? Optional.of(true) : isThere ? Optional.of(false) : Optional.empty();
        }
        Optional<String> first = Texts.exact(left);
        Optional<String> second = Texts.exact(right);
        return first.flatMap(text -> second.map(text::equals));
    }

    private static Optional<String> logic(boolean isOr, Optional<String> left, Optional<String> right) {
        String deciding = String.valueOf(isOr);
        if (left.equals(Optional.of(deciding)) || right.equals(Optional.of(deciding))) {
            return Optional.of(deciding);
        }
        return left.isPresent() && right.isPresent() ? Optional.of(String.valueOf(!isOr)) : Optional.empty();
    }

    private static Optional<String> arithmetic(String operator, OptionalDouble left, OptionalDouble right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        double a = left.getAsDouble();
        double b = right.getAsDouble();
        return switch (operator) {
            case "+" -> spelled(a + b);
            case "-" -> spelled(a - b);
            case "*" -> spelled(a * b);
            case "/" -> b == 0 ? Optional.empty() : spelled(a / b);
            case "%" -> b == 0 ? Optional.empty() : spelled(a % b);
            case "<" -> Optional.of(String.valueOf(a < b));
            case "<=" -> Optional.of(String.valueOf(a <= b));
            case ">" -> Optional.of(String.valueOf(a > b));
            case ">=" -> Optional.of(String.valueOf(a >= b));
            default -> Optional.empty();
        };
    }
}
