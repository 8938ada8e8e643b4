package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Java's operators on single terms. */
final class Arithmetic {
    private static final TypeName BOOLEAN = TypeName.of("boolean");

    private Arithmetic() {}

    static Term unary(String operator, Term operand) {
        if (operand instanceof Term.Test test && operator.equals("!")) {
            return new Term.Test(test.kind(), test.object(), !test.positive());
        }
        if (operand instanceof Term.Constant constant) {
            Object value = constant.value();
            if (operator.equals("!") && value instanceof Boolean flag) {
                return new Term.Constant(!flag, constant.evidence());
            }
            if (operator.equals("-") && value instanceof Number number) {
                return new Term.Constant(negated(number), constant.evidence());
            }
            if (operator.equals("+")) {
                return operand;
            }
        }
        return new Term.Opaque(operator.equals("!") ? BOOLEAN : TypeName.of("int"), "computed from something unknown");
    }

    private static Object negated(Number number) {
        if (number instanceof Integer value) {
            return -value;
        }
        return number instanceof Long value ? (Object) (-value) : (Object) (-number.doubleValue());
    }

    static Term binary(String operator, Term left, Term right) {
        if (operator.equals("+") && (isText(left) || isText(right))) {
            return Texts.concat(List.of(left, right));
        }
        return switch (operator) {
            case "==", "!=" -> equality(operator.equals("=="), left, right);
            case "<", ">", "<=", ">=" -> comparison(operator, left, right);
            default -> numeric(operator, left, right);
        };
    }

    private static boolean isText(Term term) {
        return term instanceof Term.Text
                || (term instanceof Term.Constant constant && constant.value() instanceof String)
                || (term instanceof Term.Opaque opaque && opaque.type().name().equals("java.lang.String"));
    }

    private static Term equality(boolean positive, Term left, Term right) {
        if ((left instanceof Term.Constant && right instanceof Term.Constant)
                || (left instanceof Term.Null && right instanceof Term.Null)) {
            return new Term.Constant(left.says(right) == positive, Evidence.none());
        }
        boolean differ = (left instanceof Term.Null && right instanceof Term.Reference)
                || (right instanceof Term.Null && left instanceof Term.Reference);
        if (left instanceof Term.Test test
                && right instanceof Term.Constant constant
                && constant.value() instanceof Boolean flag) {
            return new Term.Test(test.kind(), test.object(), (test.positive() == flag) == positive);
        }
        return differ ? new Term.Constant(!positive, Evidence.none()) : new Term.Opaque(BOOLEAN, "a comparison");
    }

    private static Term comparison(String operator, Term left, Term right) {
        if (left instanceof Term.Constant a
                && right instanceof Term.Constant b
                && a.value() instanceof Number x
                && b.value() instanceof Number y) {
            int order = Double.compare(x.doubleValue(), y.doubleValue());
            boolean truth = switch (operator) {
                case "<" -> order < 0;
                case ">" -> order > 0;
                case "<=" -> order <= 0;
                default -> order >= 0;
            };
            return new Term.Constant(truth, Evidence.none());
        }
        return new Term.Opaque(BOOLEAN, "a comparison");
    }

    private static Term numeric(String operator, Term left, Term right) {
        if (left instanceof Term.Constant a
                && right instanceof Term.Constant b
                && a.value() instanceof Number x
                && b.value() instanceof Number y) {
            List<Object> result = new ArrayList<>();
            boolean isLong = x instanceof Long || y instanceof Long;
            boolean isReal = x instanceof Double || y instanceof Double || x instanceof Float || y instanceof Float;
            if (!isReal) {
                integral(operator, x.longValue(), y.longValue())
                        .forEach(value -> result.add(isLong ? (Object) value : (Object) value.intValue()));
            } else if ("+-*/".contains(operator)) {
                result.add(real(operator, x.doubleValue(), y.doubleValue()));
            }
            if (!result.isEmpty()) {
                return new Term.Constant(result.get(0), a.evidence().then(b.evidence()));
            }
        }
        return new Term.Opaque(TypeName.of("int"), "computed from something unknown");
    }

    private static List<Long> integral(String operator, long x, long y) {
        return switch (operator) {
            case "+" -> List.of(x + y);
            case "-" -> List.of(x - y);
            case "*" -> List.of(x * y);
            case "/" -> y == 0 ? List.of() : List.of(x / y);
            case "%" -> y == 0 ? List.of() : List.of(x % y);
            case "<<" -> List.of(x << y);
            case ">>" -> List.of(x >> y);
            case "&" -> List.of(x & y);
            case "|" -> List.of(x | y);
            default -> List.of();
        };
    }

    private static double real(String operator, double x, double y) {
        return switch (operator) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            default -> x / y;
        };
    }

    /** A cast between numbers changes the value's class; any other keeps the term. */
    static Term cast(TypeName type, Term term) {
        if (term instanceof Term.Constant constant && constant.value() instanceof Number number) {
            Object converted = switch (Primitives.unboxed(type.name())) {
                case "int", "short", "byte" -> number.intValue();
                case "long" -> number.longValue();
                case "double", "float" -> number.doubleValue();
                default -> number;
            };
            return new Term.Constant(converted, constant.evidence());
        }
        return term;
    }
}
