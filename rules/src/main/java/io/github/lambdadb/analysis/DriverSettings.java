package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.facts.Setting.Origin;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.knowledge.JdbcUrls;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.knowledge.WrapperModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long the driver of a source waits: what the URL says, the properties that are given beside it, the driver's own data source
 * behind a pool, and the driver's defaults. The keys in a URL win over those beside it.
 */
final class DriverSettings {
    private static final int MOST_DELEGATES = 5;

    private final Machine machine;
    private final Sources sources;

    DriverSettings(Machine machine, Sources sources) {
        this.machine = machine;
        this.sources = sources;
    }

    /** By property; what no driver that may be in force knows is not there. */
    Map<Property, Setting> of(HeapObject object, Value<JdbcUrl> urls) {
        Map<Property, Setting> settings = new EnumMap<>(Property.class);
        List<HeapObject> chain = chain(object);
        for (Property property : Property.values()) {
            List<Setting> each = urls.candidates().stream()
                    .flatMap(url -> setting(property, chain, url).stream())
                    .toList();
            if (!each.isEmpty()) {
                settings.put(
                        property,
                        oneOf(
                                each,
                                urls.isComplete()
                                        && each.size() == urls.candidates().size()));
            }
        }
        return settings;
    }

    /** The object, and the data sources that it asks for connections. */
    List<HeapObject> chain(HeapObject object) {
        List<HeapObject> chain = new ArrayList<>(List.of(object));
        for (int i = 0; i < chain.size() && i < MOST_DELEGATES; i++) {
            for (Term option : sources.bag().delegate(chain.get(i)).options()) {
                if (option instanceof Term.Reference reference && !chain.contains(reference.object())) {
                    chain.add(reference.object());
                }
            }
        }
        return chain;
    }

    private Optional<Setting> setting(Property property, List<HeapObject> chain, Value.Known<JdbcUrl> known) {
        JdbcUrl url = known.value();
        Optional<DriverModel> driver = machine.catalog().driver(url.driver());
        if (property == Property.ENCRYPTION) {
            return driver.flatMap(found -> new Encryptions(this, found, chain, known).setting());
        }
        Optional<SettingModel> model = driver.flatMap(
                found -> Optional.ofNullable(found.timeouts().settings().get(property)));
        if (driver.isEmpty() || model.isEmpty()) {
            return Optional.empty();
        }
        Given given = given(
                model.get(), driver.get(), chain, known, object -> beside(object, driver.get(), property, model.get()));
        String key = model.get().keys().get(0);
        if (!given.isSet()) {
            return Optional.of(notSet(property, key, model.get(), driver.get(), url, chain));
        }
        Term term = given.term();
        Optional<String> text =
                countsAsTheDriver(url) ? SettingFacts.text(property, model.get(), term) : Optional.empty();
        Evidence why = term.why();
        Value<String> value = text.<Value<String>>map(found -> new Value.Known<>(found, why))
                .orElse(new Value.Unknown<>("the value of " + key + " is not known"));
        return Optional.of(new Setting(property, key, value, origin(given)));
    }

    /** What a property of the driver is given, in the URL or beside it. */
    record Given(Term term, boolean isInUrl) {
        boolean isSet() {
            return !(term instanceof Term.Unset);
        }
    }

    /** The URL wins; then the first source of the chain that has something beside it. */
    Given given(
            SettingModel model,
            DriverModel driver,
            List<HeapObject> chain,
            Value.Known<JdbcUrl> known,
            Function<HeapObject, Term> beside) {
        Given inUrl = new Given(inUrl(known.value(), driver, model, known.evidence()), true);
        return inUrl.isSet()
                ? inUrl
                : chain.stream()
                        .map(object -> new Given(beside.apply(object), false))
                        .filter(Given::isSet)
                        .findFirst()
                        .orElse(new Given(Plain.UNSET, false));
    }

    Origin origin(Given given) {
        return given.isInUrl() ? Origin.URL : SettingFacts.origin(machine, given.term());
    }

    /** Whether no driver in front counts in another unit, or waits in another way. */
    private boolean countsAsTheDriver(JdbcUrl url) {
        return machine.catalog().wrappers().stream()
                .filter(WrapperModel::hasOwnTimeouts)
                .noneMatch(wrapper -> url.wrappers().contains(wrapper.prefix()));
    }

    private Term inUrl(JdbcUrl url, DriverModel driver, SettingModel model, Evidence evidence) {
        return JdbcUrls.parse(url.text(), machine.catalog()).properties().entrySet().stream()
                .filter(entry -> isKey(entry.getKey(), driver, model))
                .findFirst()
                .<Term>map(entry -> new Term.Constant(entry.getValue(), ofParameters(evidence)))
                .orElse(Plain.UNSET);
    }

    /** Of a URL that code puts together the parameters are written there, and a template knows no more than the host. */
    private static Evidence ofParameters(Evidence url) {
        List<Evidence.Step> inCode = url.steps().stream()
                .filter(step -> step.location().file().endsWith(".java"))
                .toList();
        return inCode.stream().anyMatch(step -> step.text().equals(Term.WRITTEN)) ? new Evidence(inCode) : url;
    }

    Optional<Term> byKey(HeapObject object, DriverModel driver, SettingModel model) {
        // setters of a data source are found without case
        boolean areSetters =
                !(machine.read(object, SettingsBag.property(Property.DATA_SOURCE_CLASS)) instanceof Term.Unset);
        return sources.bag().driverProperties(object).entrySet().stream()
                .filter(entry -> isKey(entry.getKey(), driver, model)
                        || (areSetters && model.keys().stream().anyMatch(entry.getKey()::equalsIgnoreCase)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Term beside(HeapObject object, DriverModel driver, Property property, SettingModel model) {
        Optional<Term> given = byKey(object, driver, model);
        boolean isOfDriver = sources.modelOf(object)
                .map(SourceModel::driver)
                .filter(driver.id()::equals)
                .isPresent();
        return given.orElse(isOfDriver ? machine.read(object, SettingsBag.property(property)) : Plain.UNSET);
    }

    private static boolean isKey(String key, DriverModel driver, SettingModel model) {
        return model.keys().stream()
                .anyMatch(known -> driver.keysIgnoreCase() ? known.equalsIgnoreCase(key) : known.equals(key));
    }

    Setting notSet(
            Property property,
            String key,
            SettingModel model,
            DriverModel driver,
            JdbcUrl url,
            List<HeapObject> chain) {
        boolean open = !url.propertiesComplete()
                || (property.type() == Property.Type.DURATION && !countsAsTheDriver(url))
                || chain.stream()
                        .anyMatch(object -> !sources.bag().reasonsOpen(object).isEmpty()
                                || !sources.bag().maybe(object).isEmpty()
                                || sources.modelOf(object).isEmpty());
        if (open) {
            return new Setting(property, key, new Value.Unknown<>("not all that is set is seen"), Origin.UNKNOWN);
        }
        String version = machine.program().version(driver.artifact()).orElse("");
        List<Value.Known<String>> byDefault = SettingFacts.byDefault(model, version);
        Value<String> value = byDefault.isEmpty()
                ? new Value.Unknown<>("the default of this version is not known")
                : SettingFacts.oneOf(byDefault, !version.isEmpty() || model.hasDefaultInEachVersion());
        return new Setting(property, key, value, Origin.DEFAULT);
    }

    private static Setting oneOf(List<Setting> each, boolean complete) {
        Setting first = each.stream().filter(Setting::isSet).findFirst().orElse(each.get(0));
        List<Value.Known<String>> all = each.stream()
                .flatMap(setting -> setting.value().candidates().stream())
                .distinct()
                .toList();
        boolean known =
                complete && each.stream().allMatch(setting -> setting.value().isComplete());
        Value<String> value = all.isEmpty() ? first.value() : SettingFacts.oneOf(all, known);
        return new Setting(first.property(), first.key(), value, first.origin());
    }

    /** Adds them to the source's own; what the source's own data source is told wins over the driver's default. */
    static void add(Map<Property, Setting> settings, Map<Property, Setting> ofDriver) {
        ofDriver.forEach((property, setting) -> settings.merge(property, setting, (own, other) -> {
            // a data source of the driver names it in the driver's own words
            boolean isOwn = own.isSet() || (own.origin() == Origin.DEFAULT && !other.isSet());
            return isOwn && property != Property.ENCRYPTION ? own : other;
        }));
    }
}
