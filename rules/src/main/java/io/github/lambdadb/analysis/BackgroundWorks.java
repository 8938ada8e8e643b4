package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.BackgroundWork;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Work of other threads that an invocation leaves behind when it returns. */
final class BackgroundWorks {
    private BackgroundWorks() {}

    /** What one function leaves behind; what runs by a clock, since the initialisation too. */
    static List<BackgroundWork> of(Run run) {
        Threads threads = run.machine().threads();
        List<BackgroundWork> works = new ArrayList<>();
        threads.unawaited(run.endOfInitialisation(), 0).stream()
                .filter(left -> left.work().start().isRepeated())
                .forEach(left -> works.add(work(run, left)));
        if (!run.isAwaitedByItsCaller()) {
            run.endsOfInvocations()
                    .forEach((epoch, store) ->
                            threads.unawaited(store, epoch).forEach(left -> works.add(work(run, left))));
        }
        return works;
    }

    private static BackgroundWork work(Run run, Threads.Unawaited left) {
        Threads.Start start = left.work().start();
        return new BackgroundWork(
                start.how(),
                start.at(),
                start.isRepeated(),
                left.use().asCall(),
                List.of(run.function()),
                left.isSure() ? Certainty.DEFINITE : Certainty.POSSIBLE,
                left.work()
                        .path()
                        .then(Evidence.of(start.at(), "lets another thread work by " + start.how()))
                        .then(Evidence.of(
                                left.use().at(),
                                "asks the database there by " + left.use().call())));
    }

    /** One fact for each place; the surest. */
    static List<BackgroundWork> merge(List<BackgroundWork> works) {
        Map<List<Object>, List<BackgroundWork>> alike = new LinkedHashMap<>();
        works.forEach(work -> alike.computeIfAbsent(List.of(work.start(), work.how()), key -> new ArrayList<>())
                .add(work));
        return alike.values().stream()
                .map(BackgroundWorks::merged)
                .sorted(Comparator.comparing(BackgroundWork::start).thenComparing(BackgroundWork::how))
                .toList();
    }

    private static BackgroundWork merged(List<BackgroundWork> same) {
        BackgroundWork surest = same.stream()
                .min(Comparator.comparing(BackgroundWork::certainty))
                .orElseThrow();
        return new BackgroundWork(
                surest.how(),
                surest.start(),
                surest.isRepeated(),
                surest.use(),
                same.stream()
                        .flatMap(work -> work.functions().stream())
                        .distinct()
                        .toList(),
                surest.certainty(),
                surest.path());
    }
}
