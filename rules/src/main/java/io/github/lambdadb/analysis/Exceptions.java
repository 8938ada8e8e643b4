package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs try statements: handlers start from what any statement of the body may have left. */
final class Exceptions {
    private static final Set<String> EVERYTHING = Set.of("java.lang.Throwable", "java.lang.Exception");

    private final Interpreter interpreter;
    private final Machine machine;

    Exceptions(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    void run(Stmt.Try stmt) {
        Frame frame = machine.frame();
        Store base = machine.store();
        Handler handler = new Handler(base, machine.recorder().size());
        Exits thrown = new Exits();
        List<Map<Key, Term>> ends = new ArrayList<>();
        frame.cleanups().push(() -> machine.surely(() -> interpreter.run(stmt.finallyBlock())));
        int from = machine.recorder().size();
        machine.store(base.child());
        machine.handlers().push(handler);
        machine.exits().push(thrown);
        body(stmt);
        machine.exits().pop();
        machine.handlers().pop();
        int to = machine.recorder().size();
        if (machine.store().isReachable()) {
            ends.add(machine.store().since(base));
        }
        Exits leaving = new Exits();
        machine.exits().push(leaving);
        for (Stmt.Catch clause : stmt.catches()) {
            Exits caught = thrown.take(type -> catches(clause, type));
            Map<HeapObject, Evidence> reasons = caught.leaks();
            handle(stmt, clause, base, handler, caught, ends, new Repetitions.Span(from, to));
            leaving.explainedBy(reasons);
        }
        machine.exits().pop();
        frame.cleanups().pop();
        leaving.addAll(thrown);
        leave(leaving, base, handler, () -> interpreter.run(stmt.finallyBlock()));
        machine.store(base);
        if (stmt.catches().isEmpty() && ends.isEmpty()) {
            propagate(stmt, base, handler);
            return;
        }
        base.become(ends);
        machine.surely(() -> interpreter.run(stmt.finallyBlock()));
    }

    /** Exceptions go on outwards after the cleanup, with what is open then. What it does beside that, the ordinary way tells. */
    private void leave(Exits leaving, Store base, Handler handler, Runnable cleanup) {
        if (leaving.isEmpty()) {
            return;
        }
        Store store = base.child();
        Map<Key, Term> written = handler.thrown();
        store.become(List.of(written));
        machine.openings().onFailure(written, leaving.open()).forEach(store::put);
        machine.store(store);
        machine.recorder().quietly(() -> machine.surely(cleanup));
        if (machine.store().isReachable()) {
            machine.exits()
                    .element()
                    .addAll(leaving.retaining(
                            machine.openings().open(), machine.openings().closedNow()));
        }
        machine.store(base);
    }

    private boolean catches(Stmt.Catch clause, String thrown) {
        return clause.types().stream()
                .map(TypeName::name)
                .anyMatch(caught -> EVERYTHING.contains(caught)
                        || thrown.equals(Exits.ANY)
                        || machine.types().isSubtype(thrown, caught)
                        || !machine.types().isKnown(thrown));
    }

    /** The body always throws: the finally block runs, and the exception goes on. */
    private void propagate(Stmt.Try stmt, Store base, Handler handler) {
        base.become(List.of(handler.thrown()));
        machine.surely(() -> interpreter.run(stmt.finallyBlock()));
        machine.store().end();
    }

    /** The resources and what runs with them: whatever ends it, they are closed, the last first. */
    private void body(Stmt.Try stmt) {
        if (stmt.resources().isEmpty()) {
            interpreter.run(stmt.body());
            return;
        }
        List<Runnable> closers = new ArrayList<>();
        Frame frame = machine.frame();
        int opened = frame.cleanups().size();
        Store base = machine.store();
        Handler handler = new Handler(base, machine.recorder().size());
        machine.handlers().push(handler);
        Exits thrown = new Exits();
        machine.exits().push(thrown);
        for (Stmt resource : stmt.resources()) {
            interpreter.run(resource);
            Expr holder = resource instanceof Stmt.Declare declare
                    ? new Expr.Local(declare.name(), declare.at())
                    : ((Stmt.Evaluate) resource).expression();
            Runnable closer = () -> interpreter.library().close(interpreter.evaluate(holder), stmt.at());
            closers.add(0, closer);
            frame.cleanups().push(() -> machine.surely(closer));
        }
        interpreter.run(stmt.body());
        machine.exits().pop();
        machine.handlers().pop();
        while (frame.cleanups().size() > opened) {
            frame.cleanups().pop();
        }
        Store end = machine.store();
        leave(thrown, base, handler, () -> closers.forEach(Runnable::run));
        machine.store(end);
        machine.surely(() -> closers.forEach(Runnable::run));
    }

    private void handle(
            Stmt.Try stmt,
            Stmt.Catch clause,
            Store base,
            Handler handler,
            Exits caught,
            List<Map<Key, Term>> ends,
            Repetitions.Span work) {
        int from = work.from();
        int to = work.to();
        Store store = base.child();
        Map<Key, Term> arriving = handler.thrown();
        store.become(List.of(arriving));
        machine.openings().onFailure(arriving, caught.open()).forEach(store::put);
        machine.store(store);
        TypeName type = clause.types().isEmpty()
                ? TypeName.of("java.lang.Exception")
                : clause.types().get(0);
        store.put(Key.local(machine.frame(), clause.name()), new Term.Opaque(type, "a caught exception"));
        int start = machine.recorder().size();
        int jumped = machine.jumped();
        Exits thrownOn = new Exits();
        machine.exits().push(thrownOn);
        Handler written = new Handler(store, start);
        machine.handlers().push(written);
        machine.handling(1);
        interpreter.run(clause.body());
        machine.handling(-1);
        machine.handlers().pop();
        machine.exits().pop();
        machine.exits().element().addAll(thrownOn);
        int end = machine.recorder().size();
        boolean goesOn = machine.store().isReachable() || machine.jumped() > jumped;
        boolean forgets = forgets(written, handler.thrown()) || closesWhatIsChecked(from, to, start, end);
        if (catchesLostConnections(clause)) {
            if (repeats(start, end) || (forgets && goesOn) || (goesOn && borrowsAnew(stmt, from, to))) {
                machine.recorder().retried(from, to);
            } else if (forgets) {
                machine.recorder().dropped(from, to);
            }
        }
        machine.repetitions()
                .caught(
                        stmt,
                        clause,
                        work,
                        new Repetitions.Handling(
                                new Repetitions.Span(start, end), forgets, goesOn, !thrownOn.isEmpty()));
        if (machine.store().isReachable()) {
            ends.add(machine.store().since(base));
        }
    }

    /** Whether the handler writes null to a place that may hold an object when the exception arrives. */
    private static boolean forgets(Handler written, Map<Key, Term> thrown) {
        return thrown.entrySet().stream()
                .filter(entry -> entry.getValue().options().stream().anyMatch(Term.Reference.class::isInstance))
                .anyMatch(entry -> written.sawNull(entry.getKey()));
    }

    /** Whether the handler closes what the body has used, and the program asks whether it is closed before it uses it. */
    private boolean closesWhatIsChecked(int from, int to, int start, int end) {
        List<Recorder.Event> events = machine.recorder().events();
        return events.subList(start, end).stream()
                .filter(event -> event.kind() == Recorder.Kind.CLOSED)
                .map(Recorder.Event::object)
                .filter(object -> events.subList(from, to).stream()
                        .anyMatch(event -> event.object().equals(object) && event.kind() == Recorder.Kind.QUERIED))
                .anyMatch(object -> events.stream()
                        .anyMatch(event -> event.object().equals(object) && event.kind() == Recorder.Kind.BOOKKEEPING));
    }

    /** A new connection, and the work once more: in the handler itself or by a loop around. */
    private boolean repeats(int start, int end) {
        Recorder recorder = machine.recorder();
        boolean renewed =
                recorder.any(Recorder.Kind.CREATED, start, end) || recorder.any(Recorder.Kind.BORROWED, start, end);
        return renewed && (machine.inLoop() || recorder.any(Recorder.Kind.QUERIED, start, end));
    }

    /** A loop around does the work again, and each attempt borrows a session and gives it back. */
    private boolean borrowsAnew(Stmt.Try stmt, int from, int to) {
        List<Recorder.Event> work = machine.recorder().events().subList(from, to);
        return machine.repetitions().isAttempt(stmt)
                && work.stream()
                        .filter(event -> event.kind() == Recorder.Kind.BORROWED)
                        .anyMatch(borrowed -> work.stream()
                                .anyMatch(event -> event.kind() == Recorder.Kind.CLOSED
                                        && event.object().site().equals(borrowed.at())));
    }

    private boolean catchesLostConnections(Stmt.Catch clause) {
        return clause.types().stream().anyMatch(type -> {
            String name = type.simpleName();
            return name.startsWith("SQL")
                    || name.equals("Exception")
                    || name.equals("Throwable")
                    || name.equals("RuntimeException")
                    || name.endsWith("DataAccessException")
                    || name.endsWith("PersistenceException")
                    || name.endsWith("CommunicationsException")
                    || name.endsWith("ResourceFailureException")
                    || name.equals("HibernateException");
        });
    }
}
