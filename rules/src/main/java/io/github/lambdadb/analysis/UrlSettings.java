package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.Map;
import java.util.Optional;

/** Settings of a driver's own pool or data source that stand in its URL. */
final class UrlSettings {
    private UrlSettings() {}

    /** What the URL sets and the code does not. */
    static void add(Map<Property, Setting> settings, SourceModel model, String version, Value<JdbcUrl> urls) {
        model.settings().forEach((property, known) -> {
            Setting before = settings.get(property);
            if (property == Property.URL || (before != null && before.isSet())) {
                return;
            }
            Value<String> value = urls.map(url -> known.keys().stream()
                    .flatMap(key -> Optional.ofNullable(url.properties().get(key)).stream())
                    .findFirst()
                    .flatMap(text -> SettingFacts.text(property, known, new Term.Constant(text, Evidence.none()))));
            if (!value.candidates().isEmpty()) {
                settings.put(property, new Setting(property, known.keys().get(0), value, Setting.Origin.URL));
            }
        });
        SettingFacts.refer(model, version, settings);
    }
}
