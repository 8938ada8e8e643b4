package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.IgnoredSetting.Fate;
import io.github.lambdadb.facts.Property;
import java.util.List;

/** Reads what a product does with settings that it does not take as they are. */
final class AdjustmentReader {
    private static final List<String> KEYS =
            List.of("setting", "when", "unless-set", "in-force", "fate", "because", "from", "before");

    private AdjustmentReader() {}

    static Adjustment read(Node node) {
        Fields fields = Fields.of(node, KEYS);
        Property setting = fields.word("setting", Property.class);
        boolean replaced = fields.has("in-force");
        if (replaced == fields.has("fate")) {
            throw new KnowledgeException(node.location(), "either 'in-force' or 'fate' is expected");
        }
        Fate fate = fields.word("fate", Fate.class, Fate.REPLACED);
        if (!replaced && fate == Fate.REPLACED) {
            throw new KnowledgeException(node.location(), "the key 'in-force' must say what a setting is replaced by");
        }
        return new Adjustment(
                setting,
                fields.node("when")
                        .map(ComparisonReader::all)
                        .orElseThrow(() -> new KnowledgeException(node.location(), "the key 'when' is missing")),
                fate,
                replaced ? SettingReader.value(setting, fields, "in-force") : "",
                fields.flag("unless-set"),
                fields.text("because"),
                range(fields));
    }

    static VersionRange range(Fields fields) {
        return new VersionRange(fields.text("from", ""), fields.text("before", ""));
    }
}
