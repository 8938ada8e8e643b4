package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Numbers and booleans; what is asked of durations and units of time is handed on. */
final class NumberCalls {
    Optional<Term> staticCall(String type, String name, List<Term> arguments) {
        if (type.equals("java.time.Duration") && arguments.size() == 1) {
            return Optional.of(DurationCalls.create(name, arguments.get(0)));
        }
        if (name.equals("getInteger") || name.equals("getLong")) {
            return property(type, arguments);
        }
        if (type.equals("java.lang.Math") && arguments.size() == 2 && (name.equals("min") || name.equals("max"))) {
            return Optional.of(bound(name, arguments.get(0), arguments.get(1)));
        }
        boolean parses = name.startsWith("parse") || name.equals("valueOf");
        if (!type.startsWith("java.lang.") || !parses || arguments.isEmpty()) {
            return Optional.empty();
        }
        Term first = arguments.get(0);
        return switch (type) {
            case "java.lang.Integer", "java.lang.Short" -> Optional.of(Join.map(first, one -> parsed(one, "int")));
            case "java.lang.Long" -> Optional.of(Join.map(first, one -> parsed(one, "long")));
            case "java.lang.Boolean" -> Optional.of(Join.map(first, one -> parsed(one, "boolean")));
            default -> Optional.empty();
        };
    }

    private static Term parsed(Term term, String type) {
        Optional<String> text = Texts.exact(term);
        if (text.isPresent() && type.equals("boolean")) {
            return new Term.Constant(Boolean.parseBoolean(text.get()), term.why());
        }
        if (text.isPresent() && text.get().strip().matches("[-+]?\\d{1,18}")) {
            long number = Long.parseLong(text.get().strip());
            boolean isInt = type.equals("int") && number == (int) number;
            return new Term.Constant(isInt ? (Object) (int) number : (Object) number, term.why());
        }
        // a text that is no number is not quoted: it may be what should not have been parsed
        String reason = term instanceof Term.Text
                ? Texts.shown(term).map(shown -> "the number in " + shown).orElse("a number that is not known")
                : "a number that is not known";
        return new Term.Opaque(TypeName.of(type), reason);
    }

    /** {@code Integer.getInteger("pool.size", 10)}: a system property, or the default. */
    private static Optional<Term> property(String type, List<Term> arguments) {
        if (!type.equals("java.lang.Integer") && !type.equals("java.lang.Long")) {
            return Optional.empty();
        }
        Term set = new Term.Opaque(TypeName.of(type), "a system property");
        return Optional.of(arguments.size() == 2 ? Join.of(set, arguments.get(1)) : set);
    }

    private static Term bound(String name, Term left, Term right) {
        if (left instanceof Term.Constant a
                && right instanceof Term.Constant b
                && a.value() instanceof Number x
                && b.value() instanceof Number y) {
            boolean takeLeft = name.equals("min") == (x.doubleValue() <= y.doubleValue());
            return takeLeft ? left : right;
        }
        return new Term.Opaque(TypeName.of("int"), "computed from something unknown");
    }

    Optional<Term> call(Term.Constant receiver, String name, List<Term> arguments) {
        Object value = receiver.value();
        if (value instanceof Number number) {
            return switch (name) {
                case "intValue" -> Optional.of(new Term.Constant(number.intValue(), receiver.evidence()));
                case "longValue" -> Optional.of(new Term.Constant(number.longValue(), receiver.evidence()));
                case "toString" -> Optional.of(new Term.Constant(number.toString(), receiver.evidence()));
                default -> Optional.empty();
            };
        }
        if (value instanceof Duration duration) {
            return DurationCalls.call(duration, receiver, name, arguments);
        }
        if (value instanceof Boolean && (name.equals("booleanValue") || name.equals("toString"))) {
            return Optional.of(receiver);
        }
        return value instanceof EnumConstant constant
                ? DurationCalls.onUnit(constant, name, arguments)
                : Optional.empty();
    }
}
