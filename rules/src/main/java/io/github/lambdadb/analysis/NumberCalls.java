package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Numbers, booleans, durations and units of time. */
final class NumberCalls {
    Optional<Term> staticCall(String type, String name, List<Term> arguments) {
        if (type.equals("java.time.Duration") && name.startsWith("of") && arguments.size() == 1) {
            return Optional.of(Join.map(arguments.get(0), one -> duration(name, one)));
        }
        if (type.equals("java.lang.Math") && arguments.size() == 2 && (name.equals("min") || name.equals("max"))) {
            return Optional.of(bound(name, arguments.get(0), arguments.get(1)));
        }
        boolean parses = name.startsWith("parse") || name.equals("valueOf") || name.equals("getInteger");
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

    private static Term duration(String name, Term term) {
        if (!(term instanceof Term.Constant constant) || !(constant.value() instanceof Number number)) {
            return new Term.Opaque(TypeName.of("java.time.Duration"), "a duration that is not known");
        }
        long amount = number.longValue();
        Optional<Duration> duration = switch (name) {
            case "ofMillis" -> Optional.of(Duration.ofMillis(amount));
            case "ofSeconds" -> Optional.of(Duration.ofSeconds(amount));
            case "ofMinutes" -> Optional.of(Duration.ofMinutes(amount));
            case "ofHours" -> Optional.of(Duration.ofHours(amount));
            case "ofDays" -> Optional.of(Duration.ofDays(amount));
            default -> Optional.empty();
        };
        return duration.<Term>map(value -> new Term.Constant(value, constant.evidence()))
                .orElse(new Term.Opaque(TypeName.of("java.time.Duration"), "a duration that is not known"));
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
            return switch (name) {
                case "toMillis" -> Optional.of(new Term.Constant(duration.toMillis(), receiver.evidence()));
                case "getSeconds", "toSeconds" ->
                    Optional.of(new Term.Constant(duration.toSeconds(), receiver.evidence()));
                case "toMinutes" -> Optional.of(new Term.Constant(duration.toMinutes(), receiver.evidence()));
                default -> Optional.empty();
            };
        }
        if (value instanceof Boolean && (name.equals("booleanValue") || name.equals("toString"))) {
            return Optional.of(receiver);
        }
        return value instanceof EnumConstant constant ? onEnum(constant, name, arguments) : Optional.empty();
    }

    private static Optional<Term> onEnum(EnumConstant constant, String name, List<Term> arguments) {
        boolean converts = constant.type().equals("java.util.concurrent.TimeUnit")
                && name.startsWith("to")
                && arguments.size() == 1;
        if (!converts
                || !(arguments.get(0) instanceof Term.Constant amount)
                || !(amount.value() instanceof Number number)) {
            return Optional.empty();
        }
        TimeUnit unit = TimeUnit.valueOf(constant.name());
        long units = number.longValue();
        return switch (name) {
            case "toMillis" -> Optional.of(new Term.Constant(unit.toMillis(units), amount.evidence()));
            case "toSeconds" -> Optional.of(new Term.Constant(unit.toSeconds(units), amount.evidence()));
            case "toMinutes" -> Optional.of(new Term.Constant(unit.toMinutes(units), amount.evidence()));
            default -> Optional.empty();
        };
    }
}
