package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Encryption;
import io.github.lambdadb.knowledge.EncryptionModel;
import io.github.lambdadb.knowledge.SettingModel.Default;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the values of a driver's properties mean for the encryption of its sessions. */
final class Encryptions {
    private Encryptions() {}

    /** By the mode's own values, and those of the others, which setters of data sources share. */
    static Value<String> value(EncryptionModel.Mode mode, EncryptionModel model, Term term, boolean isUnchecked) {
        List<Value.Known<String>> known = new ArrayList<>();
        boolean complete = true;
        for (Term option : term.options()) {
            Optional<Encryption> meaning = Texts.exact(option)
                    .flatMap(text -> Optional.ofNullable(
                                    mode.values().get(text.strip().toLowerCase(Locale.ROOT)))
                            .or(() -> model.meaning(text)))
                    .map(found -> isUnchecked && found == Encryption.VERIFIED ? Encryption.UNVERIFIED : found);
            meaning.ifPresent(found -> known.add(new Value.Known<>(found.name(), option.why())));
            complete &= meaning.isPresent();
        }
        return known.isEmpty()
                ? new Value.Unknown<>("the value of " + mode.key() + " is not known")
                : SettingFacts.oneOf(known, complete);
    }

    /** The defaults, as the facts name them. */
    static List<Default> defaults(EncryptionModel model) {
        return model.defaults().stream()
                .map(range -> new Default(
                        model.meaning(range.value()).orElse(Encryption.OPTIONAL).name(), range.from(), range.before()))
                .toList();
    }
}
