package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.knowledge.ManagedSource;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gives a pool the settings that the configuration of a framework holds for it. */
final class ManagedSettings {
    private final Machine machine;
    private final Configuration configuration;
    private final SourceModel product;
    private final ManagedSource.Pool pool;
    private final SettingsBag bag;

    ManagedSettings(Machine machine, Configuration configuration, SourceModel product, ManagedSource.Pool pool) {
        this.machine = machine;
        this.configuration = configuration;
        this.product = product;
        this.pool = pool;
        this.bag = new SettingsBag(machine);
    }

    void set(HeapObject object, String prefix) {
        Arguments arguments = new Arguments(machine, bag, product);
        pool.sets()
                .forEach((key, value) ->
                        arguments.set(object, key, new Term.Constant(value, Evidence.none()), false, true));
        String own = pool.below().isEmpty() ? prefix : prefix + "." + pool.below();
        product.settings()
                .forEach((property, setting) -> value(prefix, own, setting)
                        .ifPresent(value ->
                                machine.write(object, SettingsBag.property(property), term(property, value, setting))));
        String url = SettingsBag.property(Property.URL);
        if (product.settings().containsKey(Property.URL) && machine.read(object, url) instanceof Term.Unset) {
            machine.write(object, url, Term.unknown("the configuration that was read does not set it"));
        }
        if (!pool.driver().isEmpty()) {
            configuration
                    .below(own + "." + pool.driver())
                    .forEach(entry -> arguments.set(
                            object, entry.written(), GivenTexts.term(entry.value(), entry.written()), true, true));
        }
        if (!configuration.isComplete()) {
            bag.open(object, "the configuration takes more from elsewhere");
        }
    }

    /** What the framework finds: the pool's own key wins over one that the framework hands over. */
    private Optional<Value<String>> value(String prefix, String own, SettingModel setting) {
        List<String> keys = new ArrayList<>();
        setting.keys().forEach(key -> keys.add(own + "." + kebab(key)));
        setting.setters().stream()
                .filter(setter -> setter.startsWith("set"))
                .forEach(setter -> keys.add(own + "." + kebab(setter.substring("set".length()))));
        setting.keys().stream()
                .flatMap(key -> Optional.ofNullable(pool.keys().get(key)).stream())
                .forEach(key -> keys.add(prefix + "." + key));
        return keys.stream().flatMap(key -> configuration.get(key).stream()).findFirst();
    }

    private static Term term(Property property, Value<String> value, SettingModel setting) {
        String name =
                setting.keys().isEmpty() ? property.name() : setting.keys().get(0);
        Term term = GivenTexts.term(value, name);
        return property.type() == Property.Type.DURATION ? WrittenDurations.parse(term) : term;
    }

    /** {@code maximumPoolSize} as configuration files spell it: {@code maximum-pool-size}. */
    static String kebab(String camelCase) {
        return camelCase
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
