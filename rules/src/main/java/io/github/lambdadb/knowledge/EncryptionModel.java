package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.Encryption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What tells a driver whether to encrypt.
 *
 * @param modes its properties; the first one that is set decides
 * @param unverifiedBy properties that switch the check of the certificate off, with the value that does so, in lower case
 * @param defaults what it does when nothing is set, by version: a value of the first mode
 */
public record EncryptionModel(List<Mode> modes, Map<String, String> unverifiedBy, List<SettingModel.Default> defaults) {
    /** A property, and what its values mean, in lower case. */
    public record Mode(String key, Map<String, Encryption> values) {
        public Mode {
            values = Map.copyOf(values);
        }
    }

    public EncryptionModel {
        modes = List.copyOf(modes);
        unverifiedBy = Map.copyOf(unverifiedBy);
        defaults = List.copyOf(defaults);
    }

    static EncryptionModel none() {
        return new EncryptionModel(List.of(), Map.of(), List.of());
    }

    /** What a value means, by the modes in their order; nothing for one that none of them knows. */
    public Optional<Encryption> meaning(String value) {
        return modes.stream()
                .flatMap(mode ->
                        Optional.ofNullable(mode.values().get(value.strip().toLowerCase(Locale.ROOT))).stream())
                .findFirst();
    }
}
