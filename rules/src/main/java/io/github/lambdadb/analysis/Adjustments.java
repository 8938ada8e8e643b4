package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.IgnoredSetting.Fate;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.Adjustment;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes settings as a product's own validation does, one look after the other: each sees what the earlier ones left. */
final class Adjustments {
    private final String version;
    private final Map<Property, Setting> settings = new EnumMap<>(Property.class);
    private final Map<String, IgnoredSetting> ignored = new LinkedHashMap<>();

    private Adjustments(String version, Map<Property, Setting> settings) {
        this.version = version;
        this.settings.putAll(settings);
    }

    static SettingsInForce of(SourceModel model, String version, Map<Property, Setting> set) {
        Adjustments adjustments = new Adjustments(version, set);
        model.startup().adjustments().forEach(adjustments::apply);
        return new SettingsInForce(adjustments.settings, new ArrayList<>(adjustments.ignored.values()));
    }

    /** What only some versions do is told of no version that is not known, but counts for what may be in force. */
    private void apply(Adjustment adjustment) {
        boolean sure = adjustment.versions().includes(version);
        if (!adjustment.versions().mayInclude(version) || (adjustment.unlessSet() && (isSet(adjustment) || !sure))) {
            return;
        }
        Weighing.of(adjustment.deciding(), adjustment.when(), settings).ifPresent(weighing -> {
            weighing.matches().stream()
                    .filter(values -> sure && isSet(adjustment.setting(), values))
                    .findFirst()
                    .ifPresent(values -> tell(adjustment, values, weighing.certainty()));
            if (adjustment.fate() == Fate.REPLACED) {
                Certainty certainty = sure ? weighing.certainty() : Certainty.POSSIBLE;
                settings.compute(adjustment.setting(), (property, before) -> replaced(adjustment, before, certainty));
            }
        });
    }

    private boolean isSet(Adjustment adjustment) {
        return Optional.ofNullable(settings.get(adjustment.setting()))
                .filter(Setting::isSet)
                .isPresent();
    }

    /** A default has no evidence: nobody set it. */
    private boolean isSet(Property property, Map<Property, Value.Known<String>> values) {
        Setting setting = settings.get(property);
        return setting != null
                && setting.isSet()
                && Optional.ofNullable(values.get(property))
                        .filter(known -> !known.evidence().steps().isEmpty())
                        .isPresent();
    }

    /** The first sure answer counts: a setting that has no effect is not replaced too. */
    private void tell(Adjustment adjustment, Map<Property, Value.Known<String>> values, Certainty certainty) {
        IgnoredSetting told = ignored(adjustment, values, certainty);
        ignored.merge(told.key(), told, (one, other) -> one.certainty() == Certainty.POSSIBLE ? other : one);
    }

    private IgnoredSetting ignored(
            Adjustment adjustment, Map<Property, Value.Known<String>> values, Certainty certainty) {
        Setting setting = setting(adjustment.setting());
        Value.Known<String> set = value(values, adjustment.setting());
        List<Property> others =
                adjustment.deciding().subList(1, adjustment.deciding().size());
        Evidence evidence = Evidence.none();
        for (Property other : others) {
            evidence = evidence.then(value(values, other).evidence());
        }
        String because = others.stream()
                .map(other -> setting(other).key() + " is "
                        + Shown.of(other, value(values, other).value())
                        + (setting(other).isSet() ? "" : " by default"))
                .collect(Collectors.joining(" and "));
        return new IgnoredSetting(
                setting.key(),
                Shown.of(adjustment.setting(), set.value()),
                adjustment.fate(),
                adjustment.fate() == Fate.REPLACED ? shown(adjustment, inForce(adjustment, set.evidence())) : "",
                because.isEmpty() ? adjustment.because() : adjustment.because() + " (" + because + ")",
                certainty,
                evidence.then(set.evidence()));
    }

    private Setting setting(Property property) {
        return Optional.ofNullable(settings.get(property)).orElseThrow();
    }

    private static Value.Known<String> value(Map<Property, Value.Known<String>> values, Property property) {
        return Optional.ofNullable(values.get(property)).orElseThrow();
    }

    private static String shown(Adjustment adjustment, List<Value.Known<String>> inForce) {
        return inForce.stream()
                .map(known -> Shown.of(adjustment.setting(), known.value()))
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** The values in force; their evidence ends where the setting was set, which is the line to edit. */
    private List<Value.Known<String>> inForce(Adjustment adjustment, Evidence set) {
        if (!adjustment.inForce().startsWith("=")) {
            return List.of(new Value.Known<>(adjustment.inForce(), set));
        }
        Setting other = setting(SettingFacts.named(adjustment.inForce().substring(1)));
        return other.value().candidates().stream()
                .map(known -> new Value.Known<>(known.value(), known.evidence().then(set)))
                .toList();
    }

    private Setting replaced(Adjustment adjustment, Setting before, Certainty certainty) {
        List<Value.Known<String>> options = new ArrayList<>();
        if (certainty == Certainty.POSSIBLE) {
            options.addAll(before.value().candidates());
        }
        Evidence evidence = before.value().candidates().get(0).evidence();
        options.addAll(inForce(adjustment, evidence));
        return new Setting(
                before.property(),
                before.key(),
                SettingFacts.oneOf(options, before.value().isComplete()),
                before.origin());
    }
}
