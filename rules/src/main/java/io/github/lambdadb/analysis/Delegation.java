package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.SourceModel;
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
                                        .anyMatch(key -> key.startsWith(delegate.keyPrefix())))
                        || (provider instanceof Term.Unset
                                && !delegate.present().isEmpty()
                                && machine.program().library(delegate.present()).isPresent()))
                .findFirst();
    }

    /** The version of a product, whatever it is published as; empty when not known. */
    static String version(Machine machine, SourceModel model) {
        return model.artifacts().stream()
                .flatMap(artifact -> machine.program().version(artifact).stream())
                .findFirst()
                .orElse("");
    }

    /** The settings of the product in force, and of the product in front where the other has none. */
    static SettingsInForce settings(
            Machine machine, SettingsBag bag, HeapObject object, SourceModel model, SourceModel inForce) {
        String version = version(machine, model);
        Map<Property, Setting> own = new SettingFacts(machine, bag, model, version).of(object);
        if (model.id().equals(inForce.id())) {
            return Adjustments.of(model, version, own).withIgnored(UnknownKeys.of(model, bag.others(object)));
        }
        SourceModel.Delegate delegate = delegate(bag, machine, object, model).orElseThrow();
        HeapObject view = machine.allocate(inForce.id(), object.site(), new HeapObject.Shape.Product(inForce, false));
        Arguments arguments = new Arguments(machine, bag, inForce);
        bag.others(object).forEach((key, value) -> {
            if (!delegate.keyPrefix().isEmpty() && key.startsWith(delegate.keyPrefix())) {
                arguments.set(view, key.substring(delegate.keyPrefix().length()), value, false, true);
            }
        });
        inForce.settings().keySet().forEach(property -> {
            Term bound = machine.read(object, SettingsBag.bound(property));
            if (!(bound instanceof Term.Unset)) {
                machine.write(view, SettingsBag.property(property), bound);
            }
        });
        bag.reasonsOpen(object).forEach(reason -> bag.open(view, reason));
        String versionInForce = version(machine, inForce);
        Handover handover = new Handover(
                model, version, inForce, delegate, new SettingFacts(machine, bag, inForce, versionInForce).of(view));
        own.values().forEach(handover::hand);
        SettingFacts.refer(inForce, versionInForce, handover.settings());
        return Adjustments.of(inForce, versionInForce, handover.settings())
                .withIgnored(handover.ignored())
                .withIgnored(UnknownKeys.of(inForce, bag.others(view)));
    }
}
