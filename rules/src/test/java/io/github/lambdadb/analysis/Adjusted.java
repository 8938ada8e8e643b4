package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings as the analysis believes a product takes them. */
final class Adjusted {
    private static final String FILE = "Db.java";
    private final SourceModel model;
    private final Map<Property, Setting> settings = new EnumMap<>(Property.class);

    private Adjusted(SourceModel model) {
        this.model = model;
    }

    /** A product with its newest defaults. */
    static Adjusted of(String product) {
        Adjusted adjusted = new Adjusted(Catalog.builtIn().source(product).orElseThrow());
        adjusted.model
                .settings()
                .forEach((property, known) -> known.defaults().stream()
                        .reduce((older, newer) -> newer)
                        .filter(range -> !range.value().startsWith("="))
                        .ifPresent(range -> adjusted.put(
                                property, Setting.Origin.DEFAULT, new Value.Known<>(range.value(), Evidence.none()))));
        return adjusted;
    }

    Adjusted with(Property property, String... values) {
        List<Value.Known<String>> options = Stream.of(values)
                .map(value ->
                        new Value.Known<>(value, Evidence.of(Location.ofLine(FILE, property.ordinal() + 1), "is set")))
                .toList();
        put(property, Setting.Origin.CODE, SettingFacts.oneOf(options, true));
        return this;
    }

    Adjusted partly(Property property, String value) {
        Value.Known<String> known = new Value.Known<>(value, Evidence.of(Location.ofLine(FILE, 1), "is set"));
        put(property, Setting.Origin.CODE, new Value.Choice<>(List.of(known), false));
        return this;
    }

    Adjusted unknown(Property property) {
        put(property, Setting.Origin.CODE, new Value.Unknown<>("it comes from elsewhere"));
        return this;
    }

    private void put(Property property, Setting.Origin origin, Value<String> value) {
        settings.put(property, new Setting(property, model.firstKey(property).orElseThrow(), value, origin));
    }

    SettingsInForce inForce(String version) {
        SettingFacts.refer(model, version, settings);
        return Adjustments.of(model, version, settings);
    }

    /** The values in force. */
    static String value(SettingsInForce settings, Property property) {
        return Optional.ofNullable(settings.settings().get(property)).stream()
                .flatMap(setting -> setting.value().candidates().stream())
                .map(Value.Known::value)
                .collect(Collectors.joining("|"));
    }

    /** What is told, in short: {@code idleTimeout NO_EFFECT DEFINITE}. */
    static List<String> told(SettingsInForce settings) {
        return settings.ignored().stream().map(Adjusted::told).toList();
    }

    private static String told(IgnoredSetting ignored) {
        return ignored.key() + " " + ignored.fate() + " " + ignored.certainty();
    }
}
