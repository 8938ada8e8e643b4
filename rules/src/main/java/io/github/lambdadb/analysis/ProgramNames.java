package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.ProgramName;
import io.github.lambdadb.facts.ProgramName.State;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether the sessions of a source carry a name. */
final class ProgramNames {
    private final Machine machine;
    private final Catalog catalog;
    private final Sources sources;

    ProgramNames(Machine machine, Sources sources) {
        this.machine = machine;
        this.catalog = machine.catalog();
        this.sources = sources;
    }

    ProgramName of(HeapObject object, Value<JdbcUrl> urls, List<HeapObject> sessions) {
        List<ProgramName> answers = new ArrayList<>();
        for (Value.Known<JdbcUrl> url : urls.candidates()) {
            answers.add(of(object, url, sessions));
        }
        if (!urls.isComplete()) {
            answers.add(new ProgramName(State.NOT_SEEN, "The URL is not known.", Evidence.none()));
        }
        return answers.stream().reduce(ProgramNames::both).orElseThrow();
    }

    private static ProgramName both(ProgramName one, ProgramName other) {
        if (one.state() == other.state()) {
            return one;
        }
        boolean someSet = one.state() == State.SET || other.state() == State.SET;
        boolean someMissing = isMissing(one) || isMissing(other);
        if (someSet && someMissing) {
            ProgramName missing = isMissing(one) ? one : other;
            return new ProgramName(State.SOMETIMES, missing.detail(), missing.evidence());
        }
        if ((isMissing(one) && other.state() == State.NOT_SEEN)
                || (isMissing(other) && one.state() == State.NOT_SEEN)) {
            ProgramName missing = isMissing(one) ? one : other;
            return new ProgramName(State.SOMETIMES, missing.detail(), missing.evidence());
        }
        if (one.state() == State.EXEMPT || other.state() == State.EXEMPT) {
            ProgramName rest = one.state() == State.EXEMPT ? other : one;
            return isMissing(rest) ? new ProgramName(State.SOMETIMES, rest.detail(), rest.evidence()) : rest;
        }
        return one.state() == State.NOT_SEEN ? one : other;
    }

    private static boolean isMissing(ProgramName name) {
        return name.state() == State.ABSENT || name.state() == State.MISSPELLED;
    }

    private ProgramName of(HeapObject object, Value.Known<JdbcUrl> known, List<HeapObject> sessions) {
        JdbcUrl url = known.value();
        Optional<DriverModel> driver = catalog.driver(url.driver());
        if (url.exempt()) {
            return new ProgramName(State.EXEMPT, "The database has no sessions on a server.", known.evidence());
        }
        if (driver.isEmpty()) {
            return new ProgramName(State.NOT_SEEN, "The driver is not known.", known.evidence());
        }
        DriverModel.ProgramNameModel model = driver.get().programName();
        if (driver.get().isExempt() || model.key().isEmpty()) {
            return new ProgramName(State.EXEMPT, "The database shows no program names.", known.evidence());
        }
        Optional<ProgramName> set = inProperties(url, driver.get(), known.evidence())
                .or(() -> bySetting(object, model))
                .or(() -> byClientInfo(object, sessions, model))
                .or(() -> byStatement(object, sessions, model));
        if (set.isPresent()) {
            return set.get();
        }
        List<String> open = sources.bag().reasonsOpen(object);
        if (!url.propertiesComplete() || !open.isEmpty()) {
            String reason = open.isEmpty() ? "parts of the URL are not known" : open.get(0);
            return new ProgramName(State.NOT_SEEN, reason, known.evidence());
        }
        return misspelled(url, model, known.evidence())
                .orElse(new ProgramName(State.ABSENT, detail(driver.get()), known.evidence()));
    }

    private static String detail(DriverModel driver) {
        DriverModel.ProgramNameModel model = driver.programName();
        String key = model.part().isEmpty() ? model.key() : model.key() + "=" + model.part() + "…";
        String shown = model.byDefault().isEmpty() ? "no name" : "'" + model.byDefault() + "'";
        return model.view().isEmpty() ? key : key + "; " + model.view() + " shows " + shown;
    }

    private static Optional<ProgramName> inProperties(JdbcUrl url, DriverModel driver, Evidence evidence) {
        DriverModel.ProgramNameModel model = driver.programName();
        for (Map.Entry<String, String> property : url.properties().entrySet()) {
            boolean sameKey = driver.readsProgramNameFrom(property.getKey());
            boolean hasPart = property.getValue().contains(model.part())
                    || property.getValue().contains("${");
            if (sameKey && hasPart && !property.getValue().isEmpty()) {
                return Optional.of(new ProgramName(State.SET, property.getValue(), evidence));
            }
        }
        return Optional.empty();
    }

    private Optional<ProgramName> bySetting(HeapObject object, DriverModel.ProgramNameModel model) {
        Term name = machine.read(object, SettingsBag.property(Property.PROGRAM_NAME));
        if (name.options().stream().noneMatch(Nullness::isNull)) {
            boolean fits = Texts.shown(name)
                    .map(text -> text.contains(model.part()) || text.contains("${"))
                    .orElse(true);
            if (fits) {
                return Optional.of(
                        new ProgramName(State.SET, Texts.shown(name).orElse("${?}"), SettingFacts.why(name)));
            }
        }
        Term sql = machine.read(object, SettingsBag.property(Property.INIT_SQL));
        return statement(sql, model);
    }

    private Optional<ProgramName> byClientInfo(
            HeapObject object, List<HeapObject> sessions, DriverModel.ProgramNameModel model) {
        for (HeapObject session : with(object, sessions)) {
            for (String key : model.clientInfo()) {
                Term value = machine.read(session, "#clientInfo:" + key);
                if (!(value instanceof Term.Unset)) {
                    return Optional.of(
                            new ProgramName(State.SET, Texts.shown(value).orElse("${?}"), SettingFacts.why(value)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ProgramName> byStatement(
            HeapObject object, List<HeapObject> sessions, DriverModel.ProgramNameModel model) {
        for (HeapObject session : with(object, sessions)) {
            Optional<ProgramName> set = statement(machine.read(session, Connections.STATEMENT), model);
            if (set.isPresent()) {
                return set;
            }
        }
        return Optional.empty();
    }

    private static Optional<ProgramName> statement(Term sql, DriverModel.ProgramNameModel model) {
        if (model.statement().isEmpty()) {
            return Optional.empty();
        }
        for (Term option : sql.options()) {
            String text =
                    Texts.shown(option).orElse("").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            if (text.contains(model.statement())) {
                return Optional.of(new ProgramName(State.SET, text, option.why()));
            }
            if (option instanceof Term.Opaque opaque) {
                return Optional.of(new ProgramName(State.NOT_SEEN, opaque.reason(), Evidence.none()));
            }
        }
        return Optional.empty();
    }

    private static List<HeapObject> with(HeapObject object, List<HeapObject> sessions) {
        List<HeapObject> all = new ArrayList<>(List.of(object));
        all.addAll(sessions);
        return all;
    }

    private static Optional<ProgramName> misspelled(
            JdbcUrl url, DriverModel.ProgramNameModel model, Evidence evidence) {
        return url.properties().keySet().stream()
                .filter(model.lookAlikes()::contains)
                .sorted()
                .findFirst()
                .map(key -> new ProgramName(State.MISSPELLED, key, evidence));
    }
}
