package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.knowledge.VersionRange;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a product in front hands to the pool in force: the way to the database always, sizes only in some versions. */
final class Handover {
    private final SourceModel front;
    private final String version;
    private final SourceModel inForce;
    private final SourceModel.Delegate delegate;
    private final Map<Property, Setting> settings = new EnumMap<>(Property.class);
    private final List<IgnoredSetting> ignored = new ArrayList<>();

    Handover(
            SourceModel front,
            String version,
            SourceModel inForce,
            SourceModel.Delegate delegate,
            Map<Property, Setting> settings) {
        this.front = front;
        this.version = version;
        this.inForce = inForce;
        this.delegate = delegate;
        this.settings.putAll(settings);
    }

    Map<Property, Setting> settings() {
        return settings;
    }

    List<IgnoredSetting> ignored() {
        return ignored;
    }

    /** One setting of the product in front. */
    void hand(Setting setting) {
        if (!setting.isSet()) {
            return;
        }
        if (setting.property().type() == Property.Type.NUMBER) {
            size(setting);
        } else {
            settings.putIfAbsent(setting.property(), setting);
        }
    }

    private void size(Setting setting) {
        List<VersionRange> handing = delegate.handingOver(setting.property());
        Setting other = settings.get(setting.property());
        if (other != null && other.isSet()) {
            ignore(setting, other.key() + " of " + inForce.name() + " is set as well, and decides");
        } else if (handing.stream().anyMatch(range -> range.includes(version))) {
            settings.put(setting.property(), setting);
        } else if (handing.stream().anyMatch(range -> range.mayInclude(version))) {
            settings.put(setting.property(), unsure(setting));
        } else {
            ignore(setting, notHanded(handing));
        }
    }

    private Setting unsure(Setting setting) {
        String reason = "whether " + library() + " hands " + setting.key() + " to " + inForce.name()
                + " depends on its version, which is not known";
        return new Setting(setting.property(), setting.key(), new Value.Unknown<>(reason), setting.origin());
    }

    private String notHanded(List<VersionRange> handing) {
        String before =
                handing.stream().map(range -> " before version " + range.from()).collect(Collectors.joining());
        return "the pool in force is " + inForce.name() + ", and " + library() + " does not hand it this setting"
                + before;
    }

    private String library() {
        return front.artifact().substring(front.artifact().indexOf(':') + 1);
    }

    private void ignore(Setting setting, String reason) {
        setting.value().candidates().stream()
                .filter(known -> !known.evidence().steps().isEmpty())
                .findFirst()
                .ifPresent(known -> ignored.add(new IgnoredSetting(
                        setting.key(),
                        Shown.of(setting.property(), known.value()),
                        IgnoredSetting.Fate.NO_EFFECT,
                        "",
                        reason,
                        Certainty.DEFINITE,
                        known.evidence())));
    }
}
