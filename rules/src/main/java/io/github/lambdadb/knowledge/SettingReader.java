package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.SettingModel.Default;
import io.github.lambdadb.knowledge.SettingModel.Unit;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads one setting of a product. */
final class SettingReader {
    private static final List<String> KEYS =
            List.of("keys", "setters", "getters", "flags", "unit", "default", "defaults", "never");

    private SettingReader() {}

    static SettingModel read(Property property, Node node) {
        Fields fields = Fields.of(node, KEYS);
        Unit unit = unit(fields);
        if (property.type() == Property.Type.DURATION && unit == Unit.NONE) {
            throw new KnowledgeException(node.location(), "the key 'unit' is missing: a number would have no meaning");
        }
        return new SettingModel(
                fields.texts("keys"),
                fields.texts("setters"),
                fields.texts("getters"),
                fields.texts("flags"),
                unit,
                defaults(property, fields),
                fields.text("never", ""));
    }

    static Unit unit(Fields fields) {
        return switch (fields.text("unit", "")) {
            case "" -> Unit.NONE;
            case "ms" -> Unit.MILLISECONDS;
            case "s" -> Unit.SECONDS;
            case "min" -> Unit.MINUTES;
            default -> throw new KnowledgeException(fields.location(), "a unit is 'ms', 's' or 'min'");
        };
    }

    private static List<Default> defaults(Property property, Fields fields) {
        if (fields.has("default") && fields.has("defaults")) {
            throw new KnowledgeException(fields.location(), "'default' and 'defaults' exclude each other");
        }
        if (fields.has("default")) {
            return List.of(new Default(value(property, fields, "default"), "", ""));
        }
        return fields.node("defaults").map(Fields::items).orElse(List.of()).stream()
                .map(node -> Fields.of(node, List.of("default", "from", "before")))
                .map(range -> new Default(
                        value(property, range, "default"), range.text("from", ""), range.text("before", "")))
                .toList();
    }

    /** A value as {@link io.github.lambdadb.facts.Setting} shows it, or the name of another setting behind {@code =}. */
    static String value(Property property, Fields fields, String key) {
        String value = fields.text(key);
        boolean readable = value.startsWith("=")
                ? ComparisonReader.property(value.substring(1)).isPresent()
                : switch (property.type()) {
                    case NUMBER -> value.matches("-?\\d{1,10}");
                    case FLAG -> value.equals("true") || value.equals("false");
                    case DURATION -> isDuration(value);
                    case TEXT -> true;
                };
        if (!readable) {
            throw new KnowledgeException(
                    fields.location(), "'" + value + "' is no value of '" + Fields.kebab(property) + "'");
        }
        return value;
    }

    private static boolean isDuration(String value) {
        try {
            return !Duration.parse(value).isNegative();
        } catch (DateTimeParseException notADuration) {
            return false;
        }
    }
}
