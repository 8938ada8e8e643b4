package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.BackgroundWork;
import io.github.lambdadb.facts.Behaviour;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.LeftState;
import io.github.lambdadb.facts.OpenTransaction;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.Repetition;
import io.github.lambdadb.facts.SchemaChange;
import io.github.lambdadb.facts.ShutdownHook;
import io.github.lambdadb.facts.UseAfterClose;
import io.github.lambdadb.facts.WholeRead;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.knowledge.ContainerModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a program to facts: each function is run abstractly by itself, and what the runs saw is put together. */
public final class Analysis {
    private Analysis() {}

    /** Whether the program may hold what one of the functions runs: a class of its own, or what a container serves. */
    public static boolean runsAny(Program program, List<ContainerModel> containers, Deployments deployments) {
        return deployments.functions().stream().anyMatch(function -> ServedContainers.mayServe(containers, function))
                || runsAny(program, deployments);
    }

    private static boolean runsAny(Program program, Deployments deployments) {
        return deployments.functions().stream()
                .flatMap(function -> function.attribute(DeployedFunction.Attribute.HANDLER).stream())
                .flatMap(handler -> handler.candidates().stream())
                .anyMatch(handler ->
                        program.type(HandlerName.parse(handler.value()).type()).isPresent());
    }

    /** The facts about the functions of the program's own module; never throws for any program. */
    public static Facts analyse(AnalysisInput input) {
        Program program = input.program();
        List<LambdaFunction> functions = new ArrayList<>();
        List<ConnectionSource> sources = new ArrayList<>();
        List<Opening> openings = new ArrayList<>();
        List<UseAfterClose> uses = new ArrayList<>();
        List<BackgroundWork> works = new ArrayList<>();
        List<LeftState> states = new ArrayList<>();
        List<Repetition> repetitions = new ArrayList<>();
        List<WholeRead> reads = new ArrayList<>();
        List<OpenTransaction> transactions = new ArrayList<>();
        List<ShutdownHook> hooks = new ArrayList<>();
        List<SchemaChange> changes = new ArrayList<>();
        Set<DatabaseCall> calls = new LinkedHashSet<>();
        Set<Gap> gaps = new LinkedHashSet<>();
        Coverage followed = new Coverage(0, 0, 0, 0, 0);
        for (EntryPoints.EntryPoint entry : new EntryPoints(input).find()) {
            functions.add(entry.function());
            Run run = Run.of(input, entry);
            Map<HeapObject, ConnectionSource> facts = new SourceFacts(run).all();
            sources.addAll(facts.values());
            OpeningFacts opened = new OpeningFacts(run, facts);
            openings.addAll(opened.all());
            uses.addAll(opened.usesAfterClose());
            changes.addAll(SchemaChanges.of(run));
            works.addAll(BackgroundWorks.of(run));
            states.addAll(LeftStates.of(run, facts));
            repetitions.addAll(Repetitions.of(run, facts));
            reads.addAll(WholeReads.of(run));
            transactions.addAll(OpenTransactions.of(run, facts));
            hooks.addAll(ShutdownHooks.of(run, facts));
            Recorder recorder = run.machine().recorder();
            calls.addAll(calls(recorder));
            gaps.addAll(recorder.gaps());
            followed = followed.plus(new Coverage(0, 0, 0, recorder.callsFollowed(), recorder.callsNotFollowed()));
        }
        List<ConnectionSource> merged = Merging.merge(sources);
        merged.forEach(source -> Unknowns.of(source).forEach(gaps::add));
        gaps.addAll(program.gaps());
        return new Facts(
                functions.stream()
                        .sorted(Comparator.comparing(LambdaFunction::handler))
                        .toList(),
                merged,
                OpeningMerge.openings(openings),
                OpeningMerge.uses(uses),
                calls.stream()
                        .sorted(Comparator.comparing(DatabaseCall::location)
                                .thenComparing(call -> call.path().toString()))
                        .toList(),
                SchemaChanges.merge(changes),
                new Behaviour(
                        BackgroundWorks.merge(works),
                        ShutdownHooks.merge(hooks),
                        OpenTransactions.merge(transactions),
                        LeftStates.merge(states),
                        Repetitions.merge(repetitions),
                        WholeReads.merge(reads)),
                Tracers.of(input),
                gaps.stream()
                        .sorted(Comparator.comparing(Gap::location)
                                .thenComparing(Gap::kind)
                                .thenComparing(Gap::reason))
                        .toList(),
                input.database(),
                input.deployments(),
                new Capacities(input.catalog()).of(input.deployments().databases()),
                program.coverage().plus(followed));
    }

    private static List<DatabaseCall> calls(Recorder recorder) {
        return recorder.events().stream()
                .filter(event -> event.kind() == Recorder.Kind.QUERIED && event.epoch() == 1)
                .map(Recorder.Event::asCall)
                .distinct()
                .toList();
    }
}
