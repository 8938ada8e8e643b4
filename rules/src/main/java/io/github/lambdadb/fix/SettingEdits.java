package io.github.lambdadb.fix;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.frontend.java.JavaOutline;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sets what a pool or a data source knows itself: where it is written, else beside what creates the source. */
record SettingEdits(Texts texts, Catalog catalog) {
    Optional<Edits> set(ConnectionSource source, Property property, String value) {
        return catalog.product(source.product())
                .flatMap(each -> Optional.ofNullable(each.settings().get(property))
                        .flatMap(model -> set(source, each, new Wanted(property, model, value))));
    }

    /** The written value becomes the variable's: by a call in code, by a placeholder in a framework's configuration. */
    Optional<Edits> fromEnvironment(ConnectionSource source, Property property, String variable) {
        return source.setting(property)
                .filter(setting -> setting.value() instanceof Value.Known<String>)
                .flatMap(setting ->
                        fromEnvironment(setting, ((Value.Known<String>) setting.value()).evidence(), variable))
                .map(Edits::safe);
    }

    private Optional<TextEdit> fromEnvironment(Setting setting, Evidence evidence, String variable) {
        return switch (setting.origin()) {
            case CODE ->
                literal(evidence)
                        .filter(at -> texts.of(at.file())
                                .filter(file -> file.at(at).startsWith("\""))
                                .isPresent())
                        .map(at -> new TextEdit(at, "System.getenv(\"" + variable + "\")"));
            case CONFIGURATION ->
                evidence.beginning()
                        .flatMap(at -> texts.of(at.file()).flatMap(file -> WrittenValue.at(file, at)))
                        .filter(written -> !written.text().contains("${"))
                        .map(written -> written.replacedBy("${" + variable + "}"));
            case TEMPLATE, URL, DEFAULT, UNKNOWN -> Optional.empty();
        };
    }

    /** A setting and what it is to be, as {@link Setting} shows it. */
    private record Wanted(Property property, SettingModel model, String value) {
        String written() {
            return Durations.written(property, model.unit(), value);
        }
    }

    private Optional<Edits> set(ConnectionSource source, SourceModel product, Wanted wanted) {
        Optional<Setting> now = source.setting(wanted.property());
        if (now.isPresent() && now.get().origin() == Setting.Origin.UNKNOWN) {
            return Optional.empty();
        }
        if (now.isPresent() && now.get().isSet()) {
            return now.get().value() instanceof Value.Known<String> known
                    ? rewritten(known, now.get().origin(), wanted)
                    : Optional.empty();
        }
        return added(source, product, wanted);
    }

    private Optional<Edits> rewritten(Value.Known<String> now, Setting.Origin origin, Wanted wanted) {
        String old = Durations.written(wanted.property(), wanted.model().unit(), now.value());
        return switch (origin) {
            case CODE -> literal(now.evidence()).flatMap(at -> literal(at, old, wanted.written()));
            case CONFIGURATION, TEMPLATE ->
                now.evidence()
                        .beginning()
                        .flatMap(at -> texts.of(at.file())
                                .flatMap(file -> WrittenValue.at(file, at))
                                .flatMap(there -> value(there, old, wanted.written()))
                                .map(Edits::safe));
            case URL, DEFAULT, UNKNOWN -> Optional.empty();
        };
    }

    /** The one literal that the value is; a value that is put together has several. */
    private static Optional<Location> literal(Evidence evidence) {
        List<Location> written = evidence.steps().stream()
                .filter(step -> step.text().equals(Evidence.WRITTEN))
                .map(Evidence.Step::location)
                .distinct()
                .toList();
        return written.size() == 1 ? Optional.of(written.get(0)) : Optional.empty();
    }

    private Optional<Edits> literal(Location at, String old, String wanted) {
        return texts.outline(at.file())
                .flatMap(outline -> outline.use(at))
                .flatMap(use -> texts.of(at.file())
                        .filter(file -> use.role() != JavaOutline.Role.OTHER)
                        .flatMap(file -> literal(file, at, old, wanted))
                        .map(edit -> new Edits(
                                List.of(edit), use.role() == JavaOutline.Role.ARGUMENT ? Grade.SAFE : Grade.REVIEW)));
    }

    /** {@code 10}, {@code 600_000L}, {@code true} or {@code "10"}, whatever it was. */
    private static Optional<TextEdit> literal(SourceText file, Location at, String old, String wanted) {
        String raw = file.at(at);
        boolean isText = raw.startsWith("\"");
        String suffix = raw.endsWith("L") || raw.endsWith("l") ? raw.substring(raw.length() - 1) : "";
        String bare = isText
                ? raw.substring(1, raw.length() - 1)
                : raw.substring(0, raw.length() - suffix.length()).replace("_", "");
        return bare.equals(old)
                ? Optional.of(new TextEdit(at, isText ? '"' + wanted + '"' : wanted + suffix))
                : Optional.empty();
    }

    /** The value itself, or the default of a placeholder that is the whole of it. */
    private static Optional<TextEdit> value(WrittenValue there, String old, String wanted) {
        if (there.text().equals(old)) {
            return Optional.of(there.replacedBy(wanted));
        }
        String end = ":" + old + "}";
        return Pattern.matches("\\$\\{[\\w.-]+" + Pattern.quote(end), there.text())
                ? Optional.of(there.replaced(
                        there.text().length() - end.length() + 1, there.text().length() - 1, wanted))
                : Optional.empty();
    }

    private Optional<Edits> added(ConnectionSource source, SourceModel product, Wanted wanted) {
        if (!source.site().file().endsWith(".java")) {
            return product.firstKey(wanted.property())
                    .flatMap(key ->
                            new ConfigurationLines(texts, catalog).added(source.site(), product, key, wanted.written()))
                    .map(Edits::safe);
        }
        JavaStatements statements = new JavaStatements(texts);
        return wanted.model().setters().stream()
                .findFirst()
                .flatMap(setter -> statements
                        .settable(product, source.site())
                        .flatMap(object -> statements.call(object, setter + "(" + argument(wanted) + ")")))
                .map(Edits::safe);
    }

    private static String argument(Wanted wanted) {
        return wanted.property().type() == Property.Type.TEXT ? '"' + wanted.written() + '"' : wanted.written();
    }
}
