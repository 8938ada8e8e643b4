package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.DriverModel.ProgramNameModel;
import io.github.lambdadb.knowledge.DriverModel.ServerIdleTimeout;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads the file of a driver. */
final class DriverReader {
    private static final List<String> KEYS = List.of(
            "driver",
            "name",
            "engine",
            "artifact",
            "proved",
            "property-enum",
            "prefixes",
            "classes",
            "parameter-starts",
            "parameter-separators",
            "keys-ignore-case",
            "program-name",
            "server-idle-timeouts",
            "exempt-unless",
            "exempt",
            "auto-reconnect-keys",
            "timeouts",
            "bounds-login",
            "takes-login-timeout-from",
            "encryption",
            "pins");

    private DriverReader() {}

    static DriverModel read(Node root) {
        Fields fields = Fields.of(root, KEYS);
        boolean exempt = fields.flag("exempt");
        if (!exempt && !fields.has("program-name")) {
            throw new KnowledgeException(root.location(), "the key 'program-name' is missing");
        }
        return new DriverModel(
                fields.text("driver"),
                fields.text("name"),
                fields.text("engine"),
                fields.text("artifact"),
                fields.texts("prefixes"),
                fields.texts("classes"),
                fields.text("parameter-starts", "?"),
                fields.text("parameter-separators", "&"),
                fields.flag("keys-ignore-case"),
                fields.node("program-name")
                        .map(DriverReader::programName)
                        .orElse(new ProgramNameModel("", List.of(), "", List.of(), List.of(), "", "", "")),
                fields.node("server-idle-timeouts").map(Fields::items).orElse(List.of()).stream()
                        .map(DriverReader::serverIdleTimeout)
                        .toList(),
                fields.texts("exempt-unless"),
                exempt,
                fields.texts("auto-reconnect-keys"),
                timeouts(fields),
                fields.node("encryption").map(EncryptionReader::read).orElseGet(EncryptionModel::none),
                fields.node("pins").map(Fields::items).orElse(List.of()).stream()
                        .map(DriverReader::pin)
                        .toList(),
                fields.flag("proved"),
                fields.node("property-enum")
                        .map(DriverReader::propertyEnum)
                        .orElse(new DriverModel.PropertyEnum("", Map.of())));
    }

    private static DriverModel.Pin pin(Node node) {
        Fields fields =
                Fields.of(node, List.of("key", "value", "unless", "statement", "what", "variable", "undocumented"));
        return new DriverModel.Pin(
                fields.text("key", ""),
                fields.text("value", ""),
                fields.texts("unless"),
                fields.text("statement", ""),
                fields.text("what"),
                fields.flag("variable"),
                !fields.flag("undocumented"));
    }

    private static DriverModel.PropertyEnum propertyEnum(Node node) {
        Fields fields = Fields.of(node, List.of("type", "keys"));
        return new DriverModel.PropertyEnum(fields.text("type"), fields.textsByName("keys"));
    }

    private static DriverTimeouts timeouts(Fields fields) {
        return new DriverTimeouts(
                fields.node("timeouts").map(SourceReader::settings).orElse(Map.of()),
                words(fields, "bounds-login", Property.class),
                words(fields, "takes-login-timeout-from", DriverTimeouts.Giver.class));
    }

    private static <E extends Enum<E>> List<E> words(Fields fields, String key, Class<E> words) {
        return fields.node(key).map(Fields::items).orElse(List.of()).stream()
                .map(node -> Fields.word(node, words))
                .toList();
    }

    private static ProgramNameModel programName(Node node) {
        Fields fields = Fields.of(
                node, List.of("key", "also", "part", "look-alikes", "client-info", "statement", "view", "by-default"));
        return new ProgramNameModel(
                fields.text("key"),
                fields.texts("also"),
                fields.text("part", ""),
                fields.texts("look-alikes"),
                fields.texts("client-info"),
                fields.text("statement", ""),
                fields.text("view"),
                fields.text("by-default", ""));
    }

    private static ServerIdleTimeout serverIdleTimeout(Node node) {
        Fields fields = Fields.of(
                node, List.of("key", "variable", "unit", "default", "since", "aurora-takes-smaller-with", "form"));
        return new ServerIdleTimeout(
                fields.text("key", ""),
                fields.text("variable"),
                SettingReader.unit(fields),
                Duration.parse(SettingReader.value(Property.IDLE_TIMEOUT, fields, "default")),
                fields.text("since", ""),
                fields.text("aurora-takes-smaller-with", ""),
                fields.text("form", "{variable}={value}"));
    }
}
