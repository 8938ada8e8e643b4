package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.SchemaChange;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.knowledge.CallModel;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of the schema: migrations, DDL, and settings by which a framework makes tables when it starts. */
final class SchemaChanges {
    private static final Pattern DDL = Pattern.compile(
            "(?i)^\\s*(create|alter|drop|truncate)\\s+(?!temp|local\\s+temp|global\\s+temp|user|role)((unique\\s+)?[a-z]+)");

    private final Machine machine;

    SchemaChanges(Machine machine) {
        this.machine = machine;
    }

    /** A call that needs a live session. */
    void called(CallModel model, Expr.Call expr, List<Term> arguments) {
        if (!model.changesSchema().isEmpty()) {
            machine.recorder().migrates(expr.at());
        }
        if (CallModel.names(model.changesSchema(), expr.name())) {
            String type = model.type().substring(model.type().lastIndexOf('.') + 1);
            record(type + "." + expr.name() + "()", expr.at(), false, Certainty.DEFINITE);
        }
        arguments.stream()
                .findFirst()
                .flatMap(Texts::shown)
                .flatMap(SchemaChanges::ddl)
                .ifPresent(what -> record(what, expr.at(), false, Certainty.DEFINITE));
    }

    private static Optional<String> ddl(String sql) {
        Matcher found = DDL.matcher(sql);
        return found.find()
                ? Optional.of((found.group(1) + " " + found.group(2)).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private void record(String what, Location at, boolean isOfFramework, Certainty certainty) {
        machine.recorder()
                .changesSchema(new Recorder.Change(
                        what,
                        at,
                        machine.frame().member(),
                        isOfFramework,
                        certainty,
                        machine.frame().path()));
    }

    /** What a container does to the schema when it starts, by its configuration. */
    void configured(ContainerModel container, Configuration configuration) {
        for (ContainerModel.SchemaSetting setting : container.schemaSettings()) {
            configuration
                    .get(setting.key())
                    .ifPresent(value -> value.matching(text ->
                                    setting.values().contains(text.strip().toLowerCase(Locale.ROOT)))
                            .ifPresent(match -> record(
                                    setting.key() + "=" + match.value().strip(),
                                    match.evidence()
                                            .origin()
                                            .orElse(machine.frame().owner().at()),
                                    true,
                                    match.certainty())));
        }
    }

    /** The changes that one function makes; those of a framework only if it has a data source to make them with. */
    static List<SchemaChange> of(Run run) {
        Recorder recorder = run.machine().recorder();
        boolean hasSource = !recorder.sources().isEmpty();
        boolean works = recorder.events().stream().anyMatch(event -> isOtherWork(event, recorder));
        return recorder.schemaChanges().stream()
                .filter(change -> hasSource || !change.isOfFramework())
                .map(change -> new SchemaChange(
                        change.what(),
                        new Subject(change.at().file(), change.member(), change.what()),
                        change.at(),
                        List.of(run.function()),
                        !works && !change.isOfFramework(),
                        change.certainty(),
                        change.path().then(Evidence.of(change.at(), "changes the schema"))))
                .toList();
    }

    private static boolean isOtherWork(Recorder.Event event, Recorder recorder) {
        return event.kind() == Recorder.Kind.QUERIED
                && !recorder.isMigrating(event.at())
                && recorder.schemaChanges().stream()
                        .noneMatch(change -> change.at().equals(event.at()))
                && !event.call().equals("commit")
                && !event.call().equals("rollback");
    }

    /** One fact for each place. */
    static List<SchemaChange> merge(List<SchemaChange> changes) {
        return SamePlace.merge(
                changes,
                change -> List.of(change.site(), change.what(), change.isOnlyWork()),
                Comparator.comparing(SchemaChange::site).thenComparing(SchemaChange::what));
    }
}
