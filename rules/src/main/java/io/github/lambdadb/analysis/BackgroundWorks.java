package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.BackgroundWork;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
            for (int epoch = 1; epoch <= run.snapshots().size(); epoch++) {
                Run.Snapshot end = run.snapshots().get(epoch - 1);
                if (end.returns()) {
                    threads.unawaited(end.store(), epoch).forEach(left -> works.add(work(run, left)));
                }
            }
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
        return SamePlace.merge(
                works,
                work -> List.of(work.start(), work.how()),
                Comparator.comparing(BackgroundWork::certainty),
                Comparator.comparing(BackgroundWork::start).thenComparing(BackgroundWork::how));
    }
}
