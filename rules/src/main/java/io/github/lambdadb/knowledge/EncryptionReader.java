package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Encryption;
import io.github.lambdadb.knowledge.EncryptionModel.Mode;
import io.github.lambdadb.knowledge.SettingModel.Default;
import java.util.List;
import java.util.Map;

/** Reads what tells a driver whether to encrypt. */
final class EncryptionReader {
    private EncryptionReader() {}

    static EncryptionModel read(Node node) {
        Fields fields = Fields.of(node, List.of("modes", "unverified-by", "defaults"));
        List<Mode> modes = fields.node("modes").map(Fields::items).orElse(List.of()).stream()
                .map(EncryptionReader::mode)
                .toList();
        EncryptionModel model = new EncryptionModel(
                modes,
                fields.textsByName("unverified-by"),
                fields.node("defaults").map(Fields::items).orElse(List.of()).stream()
                        .map(item -> Fields.of(item, List.of("default", "from", "before")))
                        .map(range ->
                                new Default(range.text("default"), range.text("from", ""), range.text("before", "")))
                        .toList());
        model.defaults().stream()
                .filter(range -> model.meaning(range.value()).isEmpty())
                .findFirst()
                .ifPresent(range -> {
                    throw new KnowledgeException(
                            fields.location(), "the default '" + range.value() + "' is the value of no mode");
                });
        return model;
    }

    private static Mode mode(Node node) {
        Fields fields = Fields.of(node, List.of("key", "values"));
        return new Mode(
                fields.text("key"),
                fields.node("values")
                        .map(values -> Fields.byName(values, value -> Fields.word(value, Encryption.class)))
                        .orElse(Map.of()));
    }
}
