package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.OpenTransaction;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.source.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Transactions of kept sessions that are open when an invocation ends. */
final class OpenTransactions {
    private final Run run;
    private final Machine machine;
    private final Map<HeapObject, ConnectionSource> sources;

    private OpenTransactions(Run run, Map<HeapObject, ConnectionSource> sources) {
        this.run = run;
        this.machine = run.machine();
        this.sources = sources;
    }

    /** Of one function. */
    static List<OpenTransaction> of(Run run, Map<HeapObject, ConnectionSource> sources) {
        OpenTransactions transactions = new OpenTransactions(run, sources);
        List<OpenTransaction> open = new ArrayList<>();
        run.machine().openings().held(Openings.Held.TRANSACTION).forEach((session, transaction) -> {
            if (run.isKept(session) && transactions.hasServer(session)) {
                Leaving.of(run, transaction).ifPresent(way -> open.add(transactions.fact(session, transaction, way)));
            }
        });
        return open;
    }

    private boolean hasServer(HeapObject session) {
        ConnectionSource source = sources.get(session);
        return source == null || source.hasServerSessions();
    }

    private OpenTransaction fact(HeapObject session, HeapObject transaction, Leaving way) {
        Optional<ConnectionSource> source = Optional.ofNullable(sources.get(session));
        String noun = source.map(ConnectionSource::thing)
                .orElse(session.type().substring(session.type().lastIndexOf('.') + 1));
        return new OpenTransaction(
                noun,
                source.isPresent(),
                new Subject(transaction.site().file(), member(transaction), "transaction of " + noun),
                transaction.site(),
                way.left(),
                List.of(run.function()),
                session.path()
                        .then(Evidence.of(session.site(), "opens the session"))
                        .then(Evidence.of(transaction.site(), "begins a transaction"))
                        .then(way.evidence()));
    }

    private String member(HeapObject transaction) {
        return machine.recorder().events().stream()
                .filter(event -> event.at().equals(transaction.site()))
                .map(Recorder.Event::member)
                .findFirst()
                .orElse("");
    }

    /** One fact for each place, for the worst way. */
    static List<OpenTransaction> merge(List<OpenTransaction> transactions) {
        return SamePlace.merge(
                transactions,
                one -> List.of(one.begin(), one.session()),
                Comparator.comparing(OpenTransaction::left),
                Comparator.comparing(OpenTransaction::begin).thenComparing(OpenTransaction::session));
    }
}
