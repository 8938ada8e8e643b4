package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.value.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A product whose settings put another product's pool in force: Hibernate with HikariCP. */
final class Delegation {
    private Delegation() {}

    /** The product in force. */
    static SourceModel of(Machine machine, SettingsBag bag, HeapObject object, SourceModel model) {
        return delegate(bag, machine, object, model)
                .flatMap(delegate -> machine.catalog().source(delegate.product()))
                .orElse(model);
    }

    private static Optional<SourceModel.Delegate> delegate(
            SettingsBag bag, Machine machine, HeapObject object, SourceModel model) {
        Term provider = machine.read(object, SettingsBag.property(Property.CONNECTION_PROVIDER));
        String providerText = Texts.shown(provider).orElse("").toLowerCase(java.util.Locale.ROOT);
        return model.delegates().stream()
                .filter(delegate -> (!delegate.valuePart().isEmpty() && providerText.contains(delegate.valuePart()))
                        || (!delegate.keyPrefix().isEmpty()
                                && bag.others(object).keySet().stream()
                                        .anyMatch(key -> key.startsWith(delegate.keyPrefix()))))
                .findFirst();
    }

    /** The settings of the product in force, and of the product in front where the other has none. */
    static Map<Property, Setting> settings(
            Machine machine,
            SettingsBag bag,
            HeapObject object,
            SourceModel model,
            SourceModel inForce,
            String version) {
        Map<Property, Setting> own = new SettingFacts(machine, bag, model, version).of(object);
        if (model.id().equals(inForce.id())) {
            return own;
        }
        HeapObject view = machine.allocate(inForce.id(), object.site(), new HeapObject.Shape.Product(inForce, false));
        String prefix = delegate(bag, machine, object, model)
                .map(SourceModel.Delegate::keyPrefix)
                .orElse("");
        Arguments arguments = new Arguments(machine, bag, inForce);
        bag.others(object).forEach((key, value) -> {
            if (!prefix.isEmpty() && key.startsWith(prefix)) {
                arguments.set(view, key.substring(prefix.length()), value, false, true);
            }
        });
        bag.reasonsOpen(object).forEach(reason -> bag.open(view, reason));
        Map<Property, Setting> settings = new EnumMap<>(new SettingFacts(machine, bag, inForce, version).of(view));
        own.forEach((property, setting) -> {
            if (property == Property.MAXIMUM_SIZE && setting.isSet()) {
                settings.compute(
                        property, (key, before) -> before != null && before.isSet() ? before : unsure(setting));
            } else if (setting.isSet()) {
                settings.putIfAbsent(property, setting);
            }
        });
        return settings;
    }

    /** Whether the pool in force honours the size set in front of it differs between versions. */
    private static Setting unsure(Setting setting) {
        return new Setting(
                setting.property(),
                setting.key(),
                new Value.Unknown<>("whether the pool honours " + setting.key() + " depends on its version"),
                setting.origin());
    }
}
