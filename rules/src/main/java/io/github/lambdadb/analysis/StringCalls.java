package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings and their builders. */
final class StringCalls {
    private static final Pattern FORMAT = Pattern.compile("%(?:(\\d+)\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");
    private static final Pattern MESSAGE = Pattern.compile("\\{(\\d+)[^}]*}");
    /** A regular expression that stands for its own letters. */
    private static final Predicate<String> PLAIN =
            Pattern.compile("[^\\\\^$.|?*+()\\[\\]{}]*").asMatchPredicate();

    private final Machine machine;

    StringCalls(Machine machine) {
        this.machine = machine;
    }

    Term opaque() {
        return new Term.Opaque(TypeName.STRING, "a text that is not known");
    }

    boolean isText(Term term) {
        return term instanceof Term.Text
                || (term instanceof Term.Constant constant && constant.value() instanceof String);
    }

    Optional<Term> construct(String type, List<Term> arguments, Location at) {
        if (!type.equals("java.lang.StringBuilder") && !type.equals("java.lang.StringBuffer")) {
            return Optional.empty();
        }
        HeapObject builder = Containers.create(machine, "java.lang.StringBuilder", at);
        boolean text =
                arguments.size() == 1 && arguments.get(0).options().stream().allMatch(this::isText);
        machine.write(builder, Containers.VALUE, text ? arguments.get(0) : Term.constant("", at, Term.WRITTEN));
        return Optional.of(new Term.Reference(builder));
    }

    Optional<Term> builder(HeapObject builder, String name, List<Term> arguments) {
        Term before = machine.read(builder, Containers.VALUE);
        switch (name) {
            case "append" -> machine.write(builder, Containers.VALUE, combine(List.of(before, arguments.get(0))));
            case "toString" -> {
                return Optional.of(before);
            }
            default -> machine.write(builder, Containers.VALUE, opaque());
        }
        return Optional.of(new Term.Reference(builder));
    }

    /** Concatenation of every combination of alternatives, as long as there are few. */
    Term combine(List<Term> terms) {
        List<List<Term>> rows = new ArrayList<>(List.of(List.of()));
        for (Term term : terms) {
            List<List<Term>> next = new ArrayList<>();
            for (List<Term> row : rows) {
                for (Term option : term.options()) {
                    List<Term> longer = new ArrayList<>(row);
                    longer.add(option);
                    next.add(longer);
                }
            }
            if (next.size() > 64) {
                return opaque();
            }
            rows = next;
        }
        return Join.of(rows.stream().map(Texts::concat).toList());
    }

    Optional<Term> staticCall(String name, List<Term> arguments) {
        return switch (name) {
            case "format", "formatted" -> {
                boolean locale = !arguments.isEmpty()
                        && !arguments.get(0).options().stream().allMatch(this::isText);
                yield Optional.of(format(arguments.subList(locale ? 1 : 0, arguments.size()), FORMAT));
            }
            case "valueOf", "copyValueOf" -> Optional.of(combine(arguments));
            case "encode" -> Optional.of(arguments.get(0));
            case "join" -> Optional.of(join(arguments));
            default -> Optional.empty();
        };
    }

    /** {@code MessageFormat.format}. */
    Term message(List<Term> arguments) {
        return format(arguments, MESSAGE);
    }

    private Term join(List<Term> arguments) {
        List<Term> elements = new ArrayList<>(arguments.subList(1, arguments.size()));
        if (elements.size() == 1 && elements.get(0) instanceof Term.Reference reference) {
            elements = Containers.elements(machine, reference.object());
        }
        List<Term> all = new ArrayList<>();
        for (Term element : elements) {
            if (!all.isEmpty()) {
                all.add(arguments.get(0));
            }
            all.add(element);
        }
        return all.isEmpty() ? opaque() : combine(all);
    }

    private Term format(List<Term> arguments, Pattern style) {
        Optional<String> pattern = arguments.isEmpty() ? Optional.empty() : Texts.exact(arguments.get(0));
        if (pattern.isEmpty()) {
            return opaque();
        }
        List<Term> values = new ArrayList<>(arguments.subList(1, arguments.size()));
        if (values.size() == 1
                && values.get(0) instanceof Term.Reference reference
                && !Containers.elements(machine, reference.object()).isEmpty()) {
            values = Containers.elements(machine, reference.object());
        }
        return combine(pieces(pattern.get(), style, values, arguments.get(0)));
    }

    private static List<Term> pieces(String pattern, Pattern style, List<Term> values, Term origin) {
        List<Term> pieces = new ArrayList<>();
        Matcher matcher = style.matcher(pattern);
        int end = 0;
        int next = 0;
        while (matcher.find()) {
            pieces.add(new Term.Constant(pattern.substring(end, matcher.start()), origin.why()));
            end = matcher.end();
            if (style == FORMAT
                    && (matcher.group(2).equals("%") || matcher.group(2).equals("n"))) {
                pieces.add(new Term.Constant(matcher.group(2).equals("%") ? "%" : "\n", origin.why()));
                continue;
            }
            int index = style == MESSAGE
                    ? Integer.parseInt(matcher.group(1))
                    : matcher.group(1) == null ? next++ : Integer.parseInt(matcher.group(1)) - 1;
            pieces.add(index >= 0 && index < values.size() ? values.get(index) : Term.unknown("an argument"));
        }
        pieces.add(new Term.Constant(pattern.substring(end), origin.why()));
        return pieces;
    }

    Optional<Term> call(Term receiver, String name, List<Term> arguments) {
        return Optional.of(
                switch (name) {
                    case "concat" -> combine(List.of(receiver, arguments.get(0)));
                    case "formatted" -> {
                        List<Term> all = new ArrayList<>(List.of(receiver));
                        all.addAll(arguments);
                        yield format(all, FORMAT);
                    }
                    case "toString", "toASCIIString", "intern", "stripIndent" -> receiver;
                    case "strip", "trim" ->
                        Texts.exact(receiver).isPresent() ? changed(receiver, String::strip) : receiver;
                    case "replace", "replaceAll", "replaceFirst" -> replace(receiver, name, arguments);
                    case "toLowerCase" -> changed(receiver, text -> text.toLowerCase(Locale.ROOT));
                    case "toUpperCase" -> changed(receiver, text -> text.toUpperCase(Locale.ROOT));
                    case "isEmpty" -> truth(receiver, String::isEmpty);
                    case "isBlank" -> truth(receiver, String::isBlank);
                    case "equals", "equalsIgnoreCase", "startsWith", "endsWith", "contains" ->
                        compare(receiver, name, arguments.get(0));
                    case "length", "indexOf", "lastIndexOf", "hashCode", "compareTo" ->
                        new Term.Opaque(TypeName.of("int"), "computed from a text");
                    case "split", "getBytes", "toCharArray" -> Term.unknown("a part of a text");
                    default -> opaque();
                });
    }

    private Term changed(Term receiver, UnaryOperator<String> change) {
        return Texts.exact(receiver)
                .<Term>map(text -> new Term.Constant(change.apply(text), receiver.why()))
                .orElse(opaque());
    }

    private Term replace(Term receiver, String name, List<Term> arguments) {
        Optional<String> from = Texts.exact(arguments.get(0));
        Term with = arguments.get(1);
        boolean literal = name.equals("replace")
                || (name.equals("replaceAll") && from.filter(PLAIN).isPresent() && !refersToGroups(with));
        if (from.isEmpty() || from.get().isEmpty() || !literal || with instanceof Term.Choice) {
            return opaque();
        }
        List<Term.Part> parts = new ArrayList<>();
        for (Term.Part part : Texts.parts(receiver)) {
            if (part.kind() != PartKind.LITERAL) {
                parts.add(part);
                continue;
            }
            String[] pieces = part.text().split(Pattern.quote(from.get()), -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    parts.addAll(Texts.parts(with));
                }
                parts.add(new Term.Part(PartKind.LITERAL, pieces[i]));
            }
        }
        return Texts.of(parts, receiver.why().then(with.why()));
    }

    private static boolean refersToGroups(Term replacement) {
        return Texts.exact(replacement)
                .filter(text -> text.indexOf('$') < 0 && text.indexOf('\\') < 0)
                .isEmpty();
    }

    private static Term truth(Term receiver, Predicate<String> test) {
        return Texts.exact(receiver)
                .<Term>map(text -> new Term.Constant(test.test(text), receiver.why()))
                .orElse(new Term.Opaque(TypeName.of("boolean"), "a test of a text"));
    }

    private static Term compare(Term receiver, String name, Term argument) {
        Optional<String> other = Texts.exact(argument);
        if (other.isEmpty()) {
            return new Term.Opaque(TypeName.of("boolean"), "a test of a text");
        }
        String text = other.get();
        boolean certain = name.equals("contains")
                && Texts.parts(receiver).stream()
                        .anyMatch(part ->
                                part.kind() == PartKind.LITERAL && part.text().contains(text));
        return certain
                ? new Term.Constant(true, receiver.why())
                : truth(
                        receiver,
                        switch (name) {
                            case "equals" -> text::equals;
                            case "equalsIgnoreCase" -> text::equalsIgnoreCase;
                            case "startsWith" -> own -> own.startsWith(text);
                            case "endsWith" -> own -> own.endsWith(text);
                            default -> own -> own.contains(text);
                        });
    }
}
