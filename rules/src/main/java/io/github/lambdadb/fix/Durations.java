package io.github.lambdadb.fix;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.SettingModel;
import java.time.Duration;

/** How a setting's value is written in the library's own unit. */
final class Durations {
    private Durations() {}

    /** A value as {@link io.github.lambdadb.facts.Setting} shows it, as the library takes it. */
    static String written(Property property, SettingModel.Unit unit, String value) {
        return property.type() == Property.Type.DURATION ? number(unit, Duration.parse(value)) : value;
    }

    static String number(SettingModel.Unit unit, Duration duration) {
        return String.valueOf((unit == SettingModel.Unit.NONE ? SettingModel.Unit.MILLISECONDS : unit).of(duration));
    }
}
