package io.github.lambdadb.frontend.config;

import io.github.lambdadb.knowledge.FrameworkModel.Keys;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Choice;
import io.github.lambdadb.value.Value.Known;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Replaces <code>${NAME:default}</code> by the variable of that name, else by the key, else by the default. What has none stays
 * as <code>${NAME}</code>. Depth, steps and length are bounded, since keys may name each other in circles and multiply.
 */
final class Placeholders {
    private static final int MOST_STEPS = 500;
    private static final int LONGEST = 4_000;
    private static final int MOST_OPTIONS = 16;
    /** Names that Spring looks up in any spelling; others only as they are written. */
    private static final Pattern CANONICAL = Pattern.compile("[a-z0-9][a-z0-9.\\[\\]-]*");

    private final World world;
    private final Keys keys;
    private final Set<String> open = new HashSet<>();
    private final Set<String> defaulted = new LinkedHashSet<>();
    private int steps;

    Placeholders(World world, Keys keys) {
        this.world = world;
        this.keys = keys;
    }

    /** The value of the entry with all its placeholders replaced. */
    Value<String> resolve(ConfigEntry entry) {
        if (!entry.expands()) {
            return entry.value();
        }
        Known<String> written = entry.value().candidates().get(0);
        open.add(entry.key());
        Value<String> meant = expand(written.value());
        open.remove(entry.key());
        // a placeholder alone: what it stands for is the place to edit; in a longer text, the text is
        boolean isAlone = PlaceholderText.wholeName(written.value()).isPresent();
        return mapped(
                meant,
                option -> isAlone
                        ? own(written).then(option.evidence())
                        : option.evidence().then(own(written)));
    }

    private Evidence own(Known<String> written) {
        if (defaulted.isEmpty()) {
            return written.evidence();
        }
        Evidence.Step step = written.evidence().steps().get(0);
        return Evidence.of(step.location(), step.text() + " unless " + String.join(" or ", defaulted) + " is set");
    }

    private Value<String> expand(String text) {
        if (text.length() > LONGEST) {
            return new Known<>(text, Evidence.none());
        }
        Value<String> whole = new Known<>("", Evidence.none());
        for (PlaceholderText.Part part : PlaceholderText.parts(text)) {
            Value<String> next = part.isName()
                    ? placeholder(part.text())
                    : new Known<>(PlaceholderText.shown(part.text()), Evidence.none());
            whole = joined(whole, next, "");
        }
        return whole;
    }

    /** What the inside of a placeholder stands for. */
    private Value<String> placeholder(String inside) {
        int colon = PlaceholderText.colon(inside);
        String name = name(inside.substring(0, colon).strip());
        boolean isHandled = keys == Keys.EXACT && inside.startsWith("::", colon);
        if (++steps > MOST_STEPS || name.isEmpty() || isHandled) {
            return hole(inside);
        }
        Optional<Value<String>> variable = world.environment().variable(name);
        if (variable.isPresent()) {
            return variable.get().candidates().isEmpty() ? hole(name) : variable.get();
        }
        Optional<Value<String>> key = key(name);
        if (key.isPresent()) {
            return key.get();
        }
        if (colon == inside.length()) {
            return hole(name);
        }
        defaulted.add(name);
        return otherwise(inside.substring(colon + 1));
    }

    /** Micronaut takes what stands before a colon for a further name, unless the default is in backticks. */
    private Value<String> otherwise(String text) {
        boolean isMicronaut = keys == Keys.HYPHENATED && !text.contains("${");
        if (isMicronaut && text.length() > 1 && text.startsWith("`") && text.endsWith("`")) {
            return new Known<>(text.substring(1, text.length() - 1), Evidence.none());
        }
        return isMicronaut && text.contains(":") ? placeholder(text) : expand(text);
    }

    /** A name may hold placeholders itself; empty when it is not certain then. */
    private String name(String written) {
        if (!written.contains("${")) {
            return written;
        }
        Value<String> name = expand(written);
        return name instanceof Known<String> known && !known.value().contains("${") ? known.value() : "";
    }

    private Optional<Value<String>> key(String name) {
        Optional<ConfigEntry> entry = world.entry(name)
                .filter(found -> keys != Keys.RELAXED
                        || CANONICAL.matcher(name).matches()
                        || found.key().equals(name));
        if (entry.isEmpty() || !open.add(entry.get().key())) {
            return Optional.empty();
        }
        ConfigEntry found = entry.get();
        Value<String> value =
                found.expands() ? expanded(found.value().candidates().get(0)) : found.value();
        open.remove(found.key());
        return Optional.of(value.candidates().isEmpty() ? hole(name) : value);
    }

    private Value<String> expanded(Known<String> written) {
        return mapped(expand(written.value()), option -> option.evidence().then(written.evidence()));
    }

    private static Value<String> hole(String name) {
        return new Known<>(PlaceholderText.hole(name), Evidence.none());
    }

    private static Value<String> mapped(Value<String> value, Function<Known<String>, Evidence> evidence) {
        return chosen(
                value.candidates().stream()
                        .map(option -> new Known<>(option.value(), evidence.apply(option)))
                        .toList(),
                value.isComplete());
    }

    private static Value<String> chosen(List<Known<String>> options, boolean isComplete) {
        return options.size() == 1 && isComplete ? options.get(0) : new Choice<>(options, isComplete);
    }

    /** Two texts with a comma between them. */
    static Value<String> listed(Value<String> left, Value<String> right) {
        return joined(left, right, ",");
    }

    private static Value<String> joined(Value<String> left, Value<String> right, String between) {
        List<Known<String>> options = new ArrayList<>();
        for (Known<String> start : left.candidates()) {
            for (Known<String> end : right.candidates()) {
                String text = start.value() + between + end.value();
                if (options.size() < MOST_OPTIONS && text.length() <= LONGEST) {
                    options.add(new Known<>(text, start.evidence().then(end.evidence())));
                }
            }
        }
        boolean isWhole =
                options.size() == left.candidates().size() * right.candidates().size();
        return chosen(options, isWhole && left.isComplete() && right.isComplete());
    }
}
