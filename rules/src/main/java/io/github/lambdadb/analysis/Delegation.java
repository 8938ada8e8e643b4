package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.SourceModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A product whose settings put another product's pool in force: Hibernate with HikariCP. */
final class Delegation {
    private Delegation() {}

    /** The product in force. */
    static SourceModel of(Machine machine, SettingsBag bag, HeapObject object, SourceModel model) {
        return delegate(bag, machine, object, model)
                .flatMap(delegate -> machine.catalog().source(delegate.product()))
                .orElse(model);
    }

    /** A name decides, then what is there alone, then the keys, then what is there at all. */
    private static Optional<SourceModel.Delegate> delegate(
            SettingsBag bag, Machine machine, HeapObject object, SourceModel model) {
        Map<String, Term> others = bag.others(object);
        Term provider = machine.read(object, SettingsBag.property(Property.CONNECTION_PROVIDER));
        boolean isNamed = !(provider instanceof Term.Unset);
        Optional<SourceModel.Delegate> named =
                first(model, delegate -> delegate.valuePart().length() > 0 && names(delegate, provider, others));
        if (named.isPresent() || isNamed) {
            return named;
        }
        List<SourceModel.Delegate> there = model.delegates().stream()
                .filter(delegate -> !others.containsKey(delegate.key())
                        && delegate.alone().stream().anyMatch(machine::uses))
                .toList();
        if (there.size() == 1) {
            return Optional.of(there.get(0));
        }
        return first(
                        model,
                        delegate -> !delegate.keyPrefix().isEmpty()
                                && others.keySet().stream().anyMatch(key -> key.startsWith(delegate.keyPrefix())))
                .or(() -> first(
                        model,
                        delegate -> !delegate.present().isEmpty()
                                && machine.program().library(delegate.present()).isPresent()));
    }

    /** The key without its prefix, unless the product itself has it with the prefix. */
    private static String keyOf(SourceModel inForce, SourceModel.Delegate delegate, String key) {
        boolean isOwn = inForce.propertyOfKey(key).isPresent()
                || inForce.driverPropertyPrefixes().stream().anyMatch(key::startsWith);
        return isOwn ? key : key.substring(delegate.keyPrefix().length());
    }

    private static Optional<SourceModel.Delegate> first(SourceModel model, Predicate<SourceModel.Delegate> matches) {
        return model.delegates().stream().filter(matches).findFirst();
    }

    private static boolean names(SourceModel.Delegate delegate, Term provider, Map<String, Term> others) {
        Term name = delegate.key().isEmpty() ? provider : others.getOrDefault(delegate.key(), new Term.Unset());
        return Texts.shown(name).orElse("").toLowerCase(Locale.ROOT).contains(delegate.valuePart());
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
                arguments.set(view, keyOf(inForce, delegate, key), value, false, true);
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
