package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Encryption;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.knowledge.EncryptionModel;
import io.github.lambdadb.knowledge.EncryptionModel.Mode;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SettingModel.Default;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a driver encrypts its sessions, as its properties and its defaults tell. */
final class Encryptions {
    private final DriverSettings settings;
    private final DriverModel driver;
    private final EncryptionModel model;
    private final List<HeapObject> chain;
    private final Value.Known<JdbcUrl> known;

    /** For a source and those that it asks for sessions, with one of the URLs that it may have. */
    Encryptions(DriverSettings settings, DriverModel driver, List<HeapObject> chain, Value.Known<JdbcUrl> known) {
        this.settings = settings;
        this.driver = driver;
        this.model = driver.encryption();
        this.chain = chain;
        this.known = known;
    }

    /** The first mode that is set decides; nothing for a driver of which nothing is known. */
    Optional<Setting> setting() {
        if (model.modes().isEmpty()) {
            return Optional.empty();
        }
        return model.modes().stream()
                .flatMap(mode -> set(mode).stream())
                .findFirst()
                .or(() -> Optional.of(byDefault()));
    }

    private Optional<Setting> set(Mode mode) {
        DriverSettings.Given given = given(mode.key());
        return given.isSet()
                ? Optional.of(
                        new Setting(Property.ENCRYPTION, mode.key(), value(mode, given.term()), settings.origin(given)))
                : Optional.empty();
    }

    private Setting byDefault() {
        String key = model.modes().get(0).key();
        Setting unset = settings.notSet(
                Property.ENCRYPTION, key, SettingModel.named(List.of(key), defaults()), driver, known.value(), chain);
        boolean isVerified = unset.value().candidates().stream()
                .allMatch(mode -> mode.value().equals(Encryption.VERIFIED.name()));
        return isVerified ? unchecked().orElse(unset) : unset;
    }

    /** A property that switches the check of the certificate off. */
    private Optional<Setting> unchecked() {
        return model.unverifiedBy().entrySet().stream()
                .flatMap(off -> unchecked(off.getKey(), off.getValue()).stream())
                .findFirst();
    }

    private Optional<Setting> unchecked(String key, String value) {
        DriverSettings.Given given = given(key);
        return Texts.exact(given.term())
                .filter(value::equalsIgnoreCase)
                .map(text -> new Setting(
                        Property.ENCRYPTION,
                        key,
                        new Value.Known<>(
                                Encryption.UNVERIFIED.name(), given.term().why()),
                        settings.origin(given)));
    }

    /** A data source of the driver has a setter for the first mode at most. */
    private DriverSettings.Given given(String key) {
        SettingModel alone = SettingModel.named(List.of(key), List.of());
        boolean isFirst = model.modes().get(0).key().equals(key);
        return settings.given(
                alone,
                driver,
                chain,
                known,
                object -> isFirst
                        ? settings.beside(object, driver, Property.ENCRYPTION, alone)
                        : settings.byKey(object, driver, alone).orElse(Plain.UNSET));
    }

    /** By the mode's own values, and those of the others, which setters of data sources share. */
    private Value<String> value(Mode mode, Term term) {
        boolean isUnchecked = unchecked().isPresent();
        List<Value.Known<String>> all = new ArrayList<>();
        boolean complete = true;
        for (Term option : term.options()) {
            Optional<Encryption> meaning = Texts.exact(option)
                    .flatMap(text -> Optional.ofNullable(
                                    mode.values().get(text.strip().toLowerCase(Locale.ROOT)))
                            .or(() -> model.meaning(text)))
                    .map(found -> isUnchecked && found == Encryption.VERIFIED ? Encryption.UNVERIFIED : found);
            meaning.ifPresent(found -> all.add(new Value.Known<>(found.name(), option.why())));
            complete &= meaning.isPresent();
        }
        return all.isEmpty()
                ? new Value.Unknown<>("the value of " + mode.key() + " is not known")
                : SettingFacts.oneOf(all, complete);
    }

    /** The defaults, as the facts name them. */
    private List<Default> defaults() {
        return model.defaults().stream()
                .map(range -> new Default(
                        model.meaning(range.value()).orElse(Encryption.OPTIONAL).name(), range.from(), range.before()))
                .toList();
    }
}
