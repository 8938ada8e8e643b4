package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings as the product takes them, and those that it does not take as they were set. */
record SettingsInForce(Map<Property, Setting> settings, List<IgnoredSetting> ignored) {
    SettingsInForce {
        ignored = List.copyOf(ignored);
    }

    SettingsInForce withIgnored(List<IgnoredSetting> more) {
        return new SettingsInForce(
                settings, Stream.concat(ignored.stream(), more.stream()).toList());
    }

    /** What became of a setting; empty if it is taken as it is. */
    Optional<IgnoredSetting> ignored(Setting setting) {
        return ignored.stream().filter(each -> each.key().equals(setting.key())).findFirst();
    }
}
