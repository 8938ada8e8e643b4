package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.knowledge.JdbcUrls;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The JDBC URL of a source, with the driver properties that are given beside it. */
final class UrlFacts {
    private static final int MOST_DELEGATES = 5;
    private final Machine machine;
    private final Catalog catalog;
    private final Sources sources;

    UrlFacts(Machine machine, Sources sources) {
        this.machine = machine;
        this.catalog = machine.catalog();
        this.sources = sources;
    }

    Value<JdbcUrl> of(HeapObject object) {
        return of(object, 0);
    }

    private Value<JdbcUrl> of(HeapObject object, int depth) {
        Term term = machine.read(object, SettingsBag.property(Property.URL));
        List<HeapObject> delegates = delegates(object);
        boolean unset = term.options().stream().allMatch(Nullness::isNull);
        if (unset && !delegates.isEmpty() && depth < MOST_DELEGATES) {
            return of(delegates.get(0), depth + 1);
        }
        if (unset) {
            return withoutUrl(object);
        }
        Map<String, String> beside = beside(object);
        List<Value.Known<JdbcUrl>> known = new ArrayList<>();
        boolean complete = true;
        for (Term option : term.options()) {
            Optional<String> shown = Texts.shown(option);
            if (shown.isEmpty()) {
                complete = false;
            } else {
                JdbcUrl url = withBeside(JdbcUrls.parse(shown.get(), catalog), beside);
                if (url.driver().isEmpty()) {
                    url = withDriver(url, driverOf(object).map(DriverModel::id).orElse(""));
                }
                known.add(new Value.Known<>(url, option.why()));
            }
        }
        if (known.isEmpty()) {
            return new Value.Unknown<>("the URL is not known");
        }
        return known.size() == 1 && complete ? known.get(0) : new Value.Choice<>(known, complete);
    }

    private List<HeapObject> delegates(HeapObject object) {
        return sources.bag().delegate(object).options().stream()
                .filter(Term.Reference.class::isInstance)
                .map(option -> ((Term.Reference) option).object())
                .toList();
    }

    /** A data source of a driver that is told host and database one by one. */
    private Value<JdbcUrl> withoutUrl(HeapObject object) {
        Optional<DriverModel> driver = driverOf(object);
        boolean open = !sources.bag().reasonsOpen(object).isEmpty()
                || machine.read(object, SettingsBag.property(Property.URL)) instanceof Term.Opaque;
        if (driver.isEmpty() || open) {
            return new Value.Unknown<>("no URL is seen");
        }
        JdbcUrl url = new JdbcUrl(
                driver.get().prefixes().isEmpty() ? "" : driver.get().prefixes().get(0) + "…",
                driver.get().id(),
                List.of(),
                beside(object),
                true,
                driver.get().isExempt());
        return new Value.Known<>(url, Evidence.none());
    }

    /** The driver that something other than the URL names: the product, a driver class, a data source class. */
    private Optional<DriverModel> driverOf(HeapObject object) {
        Optional<String> driver =
                sources.modelOf(object).map(SourceModel::driver).filter(id -> !id.isEmpty());
        if (driver.isPresent()) {
            return catalog.driver(driver.get());
        }
        Optional<String> driverClass = Texts.exact(machine.read(object, SettingsBag.property(Property.DRIVER_CLASS)));
        Optional<String> sourceClass =
                Texts.exact(machine.read(object, SettingsBag.property(Property.DATA_SOURCE_CLASS)));
        return driverClass
                .flatMap(name -> catalog.drivers().stream()
                        .filter(model -> model.classes().contains(name))
                        .findFirst())
                .or(() -> sourceClass.flatMap(catalog::sourceOfType).flatMap(model -> catalog.driver(model.driver())));
    }

    private Map<String, String> beside(HeapObject object) {
        Map<String, String> properties = new TreeMap<>();
        sources.bag().driverProperties(object).forEach((key, value) -> properties.put(key, shown(key, value)));
        sources.modelOf(object)
                .flatMap(model -> model.firstKey(Property.SESSION_VARIABLES))
                .ifPresent(key -> putSetting(object, Property.SESSION_VARIABLES, key, properties));
        return properties;
    }

    private void putSetting(HeapObject object, Property property, String key, Map<String, String> properties) {
        Texts.shown(machine.read(object, SettingsBag.property(property))).ifPresent(text -> properties.put(key, text));
    }

    private static String shown(String key, Term value) {
        String lower = key.toLowerCase(java.util.Locale.ROOT);
        boolean secret = lower.contains("password")
                || lower.contains("pwd")
                || lower.contains("secret")
                || lower.contains("token");
        return secret ? Setting.HIDDEN : Texts.shown(value).orElse("${?}");
    }

    private static JdbcUrl withBeside(JdbcUrl url, Map<String, String> beside) {
        Map<String, String> all = new TreeMap<>(beside);
        all.putAll(url.properties());
        return new JdbcUrl(url.text(), url.driver(), url.wrappers(), all, url.propertiesComplete(), url.exempt());
    }

    private static JdbcUrl withDriver(JdbcUrl url, String driver) {
        return new JdbcUrl(
                url.text(), driver, url.wrappers(), url.properties(), url.propertiesComplete(), url.exempt());
    }
}
