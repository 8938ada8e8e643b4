package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.Values;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that put texts together and take them apart. */
final class TextFunctions {
    private static final Pattern VERB = Pattern.compile("%([sdvqf%]|[^sdvqf%])");

    /** {@code address:port} of a database instance, by whatever gives it. */
    private static final Pattern ENDPOINT =
            Pattern.compile("\\$\\{(?<base>[^{}]*(?:aws_db_instance\\.[^{}.]+\\.|\\.db_instance_))endpoint}");

    private TextFunctions() {}

    static Optional<Term> call(String name, List<Term> arguments, Location at) {
        Term first = arguments.get(0);
        return switch (name) {
            case "format" -> format(first, arguments.subList(1, arguments.size()), at);
            case "join" -> arguments.size() == 2 ? join(first, arguments.get(1), at) : Optional.empty();
            case "split" -> arguments.size() == 2 ? split(first, arguments.get(1)) : Optional.empty();
            case "replace" ->
                arguments.size() == 3 ? replace(first, arguments.get(1), arguments.get(2)) : Optional.empty();
            default -> JsonText.of(first, at);
        };
    }

    private static Optional<Term> format(Term pattern, List<Term> arguments, Location at) {
        Optional<String> text = Texts.exact(pattern);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Term> parts = new ArrayList<>();
        Matcher verb = VERB.matcher(text.get());
        int end = 0;
        int next = 0;
        while (verb.find()) {
            parts.add(literal(text.get().substring(end, verb.start())));
            end = verb.end();
            boolean isPlain = "sdv".contains(verb.group(1));
            if (verb.group(1).equals("%")) {
                parts.add(literal("%"));
            } else if (isPlain && next < arguments.size()) {
                parts.add(arguments.get(next++));
            } else {
                return Optional.empty();
            }
        }
        parts.add(literal(text.get().substring(end)));
        return Optional.of(concatenated(parts, at));
    }

    private static Optional<Term> join(Term separator, Term list, Location at) {
        Optional<String> between = Texts.exact(separator);
        if (between.isEmpty() || list.items().isEmpty() || !list.isWhole()) {
            return Optional.empty();
        }
        List<Term> parts = new ArrayList<>();
        for (Term item : list.items().get()) {
            if (!parts.isEmpty()) {
                parts.add(literal(between.get()));
            }
            parts.add(item);
        }
        return Optional.of(concatenated(parts, at));
    }

    private static Optional<Term> split(Term separator, Term text) {
        Optional<String> between = Texts.exact(separator);
        Optional<Matcher> endpoint = endpoint(text);
        if (between.equals(Optional.of(":")) && endpoint.isPresent()) {
            return Optional.of(Terms.tuple(
                    List.of(part(endpoint.get(), "address", text), part(endpoint.get(), "port", text)), true));
        }
        if (between.isEmpty() || between.get().isEmpty() || Texts.exact(text).isEmpty()) {
            return Optional.empty();
        }
        List<Term> parts = new ArrayList<>();
        for (String part : Texts.exact(text).get().split(Pattern.quote(between.get()), -1)) {
            parts.add(Terms.text(text.text().map(whole -> Optional.of(part)), text.sources()));
        }
        return Optional.of(Terms.tuple(parts, true));
    }

    private static Optional<Term> replace(Term text, Term sought, Term replacement) {
        Optional<String> from = Texts.exact(sought);
        Optional<String> to = Texts.exact(replacement);
        Optional<Matcher> endpoint = endpoint(text);
        if (endpoint.isPresent()
                && to.equals(Optional.of(""))
                && from.filter(port -> port.startsWith(":")).isPresent()) {
            return Optional.of(part(endpoint.get(), "address", text));
        }
        boolean isPlain = from.isPresent()
                && to.isPresent()
                && !from.get().isEmpty()
                && !from.get().startsWith("/");
        if (!isPlain || Texts.exact(text).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Terms.text(
                text.text().map(whole -> Optional.of(whole.replace(from.get(), to.get()))), text.sources()));
    }

    private static Optional<Matcher> endpoint(Term text) {
        return text.text().candidates().stream()
                .map(known -> ENDPOINT.matcher(known.value()))
                .filter(Matcher::matches)
                .findFirst();
    }

    private static Term part(Matcher endpoint, String part, Term text) {
        Evidence evidence = text.text().candidates().get(0).evidence();
        return Terms.hole(endpoint.group("base") + part, evidence, text.sources());
    }

    private static Term literal(String text) {
        return Terms.text(new Known<>(text, Evidence.none()), Set.of());
    }

    private static Term concatenated(List<Term> parts, Location at) {
        Value<String> all = new Known<>("", Evidence.none());
        for (Term part : parts) {
            all = Terms.text(Values.combined(all, part.text(), String::concat), Set.of())
                    .text();
        }
        return Terms.text(
                Values.endingAt(Evidence.of(at, "the text is put together here"), all), Terms.sources(parts.stream()));
    }

    /** Mappings of texts as JSON, as {@code jsonencode} writes them. */
    private static final class JsonText {
        private JsonText() {}

        static Optional<Term> of(Term term, Location at) {
            Optional<Map<String, Term>> entries = term.entries();
            if (entries.isEmpty() || !term.isWhole()) {
                return Optional.empty();
            }
            List<Term> parts = new ArrayList<>();
            for (Map.Entry<String, Term> entry : entries.get().entrySet()) {
                parts.add(literal((parts.isEmpty() ? "{\"" : "\",\"") + entry.getKey() + "\":\""));
                parts.add(entry.getValue());
            }
            parts.add(literal(parts.isEmpty() ? "{}" : "\"}"));
            return Optional.of(concatenated(parts, at));
        }
    }
}
