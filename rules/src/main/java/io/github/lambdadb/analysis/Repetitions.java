package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Repetition;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Inside;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the program does again when it fails: by a loop, in the handler of the exception, or by a library. */
final class Repetitions {
    /** Exceptions of which it is not known whether the server has done the work. */
    private static final Set<String> OUTCOME_UNKNOWN = Set.of(
            "Throwable",
            "Exception",
            "RuntimeException",
            "SQLException",
            "SQLNonTransientException",
            "SQLNonTransientConnectionException",
            "SQLRecoverableException",
            "CommunicationsException",
            "DataAccessException",
            "NonTransientDataAccessException",
            "NonTransientDataAccessResourceException",
            "DataAccessResourceFailureException",
            "RecoverableDataAccessException",
            "UncategorizedSQLException",
            "PersistenceException",
            "HibernateException",
            "JDBCConnectionException",
            "JDBCException");

    /** Members of annotations that name the exceptions after which a method is repeated. */
    private static final Set<String> SELECTING =
            Set.of("value", "include", "includes", "retryFor", "retryOn", "retryExceptions");

    private static final List<String> PAUSES = List.of("sleep", "park", "await", "wait", "pause", "delay", "backoff");

    private final Machine machine;
    private final Deque<RetryLoop> loops = new ArrayDeque<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Again> repeated = new ArrayList<>();
    private int pauses;
    private int guards;

    Repetitions(Machine machine) {
        this.machine = machine;
    }

    /** Events of the recorder, the last one excluded. */
    record Span(int from, int to) {
        boolean holds(int event) {
            return from <= event && event < to;
        }
    }

    /**
     * A write that must not run twice.
     *
     * @param commits whether it is committed as soon as it has run
     * @param borrows whether it borrows a session for itself
     */
    private record Write(int event, String what, boolean commits, boolean borrows) {}

    /** Work that is done again; {@code loops}: more than once. */
    private record Again(
            Span work,
            List<Write> writes,
            Location at,
            boolean loops,
            boolean hasLimit,
            boolean pauses,
            Certainty certainty) {
        Again paused() {
            return new Again(work, writes, at, loops, hasLimit, true, certainty);
        }
    }

    /** A statement has been sent, as the event before. */
    void ran(String sql, boolean commits, boolean borrows) {
        if (guards == 0) {
            Unrepeatable.of(sql)
                    .ifPresent(what -> writes.add(new Write(machine.recorder().size() - 1, what, commits, borrows)));
        }
    }

    /** Something is called: by its name it may wait. */
    void called(String method) {
        if (PAUSES.stream().anyMatch(method::startsWith)) {
            pauses++;
        }
    }

    /** Runs what a library keeps from having an effect twice. */
    <T> T guarded(boolean isGuarded, Supplier<T> body) {
        guards += isGuarded ? 1 : 0;
        T result = body.get();
        guards -= isGuarded ? 1 : 0;
        return result;
    }

    /** Runs a loop. */
    void looping(Stmt.Loop loop, Runnable rounds) {
        int first = repeated.size();
        int before = pauses;
        loops.push(RetryLoop.of(loop));
        rounds.run();
        loops.pop();
        if (pauses > before) {
            for (int i = first; i < repeated.size(); i++) {
                repeated.set(i, repeated.get(i).paused());
            }
        }
    }

    /**
     * What the handler of an exception does.
     *
     * @param forgets whether it drops the session, so that the next use opens another one
     * @param goesOn whether on some way control goes on behind it, or around
     * @param throwsOn whether on some way it throws
     */
    record Handling(Span events, boolean forgets, boolean goesOn, boolean throwsOn) {}

    /** What may have failed has a handler. */
    void caught(Stmt.Try stmt, Stmt.Catch clause, Span work, Handling handling) {
        if (loops.isEmpty() && writes.isEmpty()) {
            return;
        }
        boolean isOpen = clause.types().stream().map(TypeName::simpleName).anyMatch(OUTCOME_UNKNOWN::contains);
        if (!isOpen || asks(clause)) {
            return;
        }
        boolean renews = handling.forgets() || renews(work.from());
        Optional<RetryLoop> around = around(stmt);
        if (around.isPresent() && handling.goesOn()) {
            boolean hasLimit = around.get().hasLimit() || handling.throwsOn();
            add(work, write -> renews || write.borrows(), clause.at(), true, hasLimit, Certainty.DEFINITE);
        } else {
            Set<String> again = new TreeSet<>();
            writes.stream()
                    .filter(write -> handling.events().holds(write.event()))
                    .forEach(write -> again.add(write.what()));
            add(
                    work,
                    write -> again.contains(write.what()) && (renews || write.borrows()),
                    clause.at(),
                    false,
                    true,
                    Certainty.DEFINITE);
        }
    }

    /** Whether a loop around does the work of the try statement again until it succeeds. */
    boolean isAttempt(Stmt.Try stmt) {
        return around(stmt).isPresent();
    }

    private Optional<RetryLoop> around(Stmt.Try stmt) {
        return loops.stream().filter(loop -> loop.tries(stmt)).findFirst();
    }

    /** Whether the handler decides by the exception, for instance by its SQLState. */
    private static boolean asks(Stmt.Catch clause) {
        Inside handler = Inside.of(clause.body());
        return Stream.concat(
                        handler.statements().stream()
                                .filter(Stmt.If.class::isInstance)
                                .map(stmt -> ((Stmt.If) stmt).condition()),
                        handler.expressions().stream()
                                .filter(Expr.Conditional.class::isInstance)
                                .map(expr -> ((Expr.Conditional) expr).condition()))
                .anyMatch(condition -> Inside.of(condition).names(clause.name()));
    }

    /** A library repeats the work since a moment. */
    void byLibrary(int from, Location at, boolean renews, Certainty certainty) {
        Span work = new Span(from, machine.recorder().size());
        add(work, write -> renews || write.borrows(), at, false, true, certainty);
    }

    private boolean renews(int from) {
        Recorder recorder = machine.recorder();
        return recorder.any(Recorder.Kind.CREATED, from, recorder.size())
                || recorder.any(Recorder.Kind.BORROWED, from, recorder.size());
    }

    /** Whether the exceptions that an annotation names leave open what the server has done. */
    static boolean repeatsWhatMayBeDone(TypeDecl.Annotation annotation) {
        List<String> selected = annotation.members().entrySet().stream()
                .filter(member -> SELECTING.contains(member.getKey()))
                .flatMap(member -> Inside.of(member.getValue()).expressions().stream())
                .filter(Expr.ClassLiteral.class::isInstance)
                .map(literal -> ((Expr.ClassLiteral) literal).type().simpleName())
                .toList();
        return selected.isEmpty() || selected.stream().anyMatch(OUTCOME_UNKNOWN::contains);
    }

    private void add(
            Span work, Predicate<Write> counts, Location at, boolean loops, boolean hasLimit, Certainty certainty) {
        List<Write> unsafe = writes.stream()
                .filter(write -> work.holds(write.event()) && counts.test(write))
                .filter(write -> write.commits() || commits(work))
                .toList();
        repeated.add(new Again(work, unsafe, at, loops, hasLimit, false, certainty));
    }

    private boolean commits(Span work) {
        return machine.recorder().events().subList(work.from(), work.to()).stream()
                .anyMatch(event ->
                        event.kind() == Recorder.Kind.QUERIED && event.call().equals("commit"));
    }

    /** Of one function. */
    static List<Repetition> of(Run run, Map<HeapObject, ConnectionSource> sources) {
        List<Repetition> facts = new ArrayList<>();
        for (Again again : run.machine().repetitions().repeated) {
            again.writes().stream()
                    .map(write -> fact(run, again, write.event(), Repetition.Kind.WRITE, write.what()))
                    .forEach(facts::add);
            if (again.loops()) {
                first(run, again, event -> event.kind() == Recorder.Kind.QUERIED)
                        .mapToObj(event -> fact(run, again, event, Repetition.Kind.WORK, called(run, event)))
                        .forEach(facts::add);
                first(run, again, event -> isLogin(event, sources) && isOfEachAttempt(run, again, event))
                        .mapToObj(event -> fact(run, again, event, Repetition.Kind.LOGIN, called(run, event)))
                        .forEach(facts::add);
            }
        }
        return facts;
    }

    private static IntStream first(Run run, Again again, Predicate<Recorder.Event> kind) {
        List<Recorder.Event> events = run.machine().recorder().events();
        return IntStream.range(again.work().from(), again.work().to())
                .filter(index -> kind.test(events.get(index)))
                .limit(1);
    }

    /** A pool waits by itself before it gives up. */
    private static boolean isLogin(Recorder.Event event, Map<HeapObject, ConnectionSource> sources) {
        ConnectionSource source = sources.get(event.object());
        if (source == null || !source.hasServerSessions()) {
            return false;
        }
        return switch (source.kind()) {
            case CONNECTION -> event.kind() == Recorder.Kind.CREATED;
            case DATA_SOURCE -> event.kind() == Recorder.Kind.BORROWED;
            case POOL, SINGLE_SESSION -> false;
        };
    }

    /** Each attempt logs in if it does nothing else, or closes the session itself; where one is kept, only the first finds it dead. */
    private static boolean isOfEachAttempt(Run run, Again again, Recorder.Event login) {
        List<Recorder.Event> work = run.machine()
                .recorder()
                .events()
                .subList(again.work().from(), again.work().to());
        boolean doesNothingElse = work.stream().noneMatch(event -> event.kind() == Recorder.Kind.QUERIED);
        return doesNothingElse
                || work.stream()
                        .anyMatch(event -> event.kind() == Recorder.Kind.CLOSED
                                && (event.object().equals(login.object())
                                        || event.object().site().equals(login.at())));
    }

    private static String called(Run run, int event) {
        return run.machine().recorder().events().get(event).call();
    }

    private static Repetition fact(Run run, Again again, int index, Repetition.Kind kind, String what) {
        Recorder.Event event = run.machine().recorder().events().get(index);
        return new Repetition(
                kind,
                what,
                new Subject(event.at().file(), event.member(), what),
                event.at(),
                again.hasLimit(),
                again.pauses(),
                List.of(run.function()),
                again.certainty(),
                event.path()
                        .then(Evidence.of(event.at(), "is called"))
                        .then(Evidence.of(again.at(), "repeats it when it fails")));
    }

    /** One fact for each call. */
    static List<Repetition> merge(List<Repetition> facts) {
        return SamePlace.merge(
                facts,
                one -> List.of(one.kind(), one.site(), one.what()),
                Comparator.comparing(Repetition::hasLimit)
                        .thenComparing(Repetition::pauses)
                        .thenComparing(Repetition::certainty),
                Comparator.comparing(Repetition::site)
                        .thenComparing(Repetition::kind)
                        .thenComparing(Repetition::what));
    }
}
