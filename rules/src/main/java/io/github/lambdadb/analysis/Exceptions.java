package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs try statements: handlers start from what any statement of the body may have left. */
final class Exceptions {
    private final Interpreter interpreter;
    private final Machine machine;

    Exceptions(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    void run(Stmt.Try stmt) {
        boolean hasFinally = !stmt.finallyBlock().statements().isEmpty();
        Frame frame = machine.frame();
        if (hasFinally) {
            frame.finallyBlocks().push(stmt.finallyBlock());
        }
        List<Map<Key, Term>> ends = new ArrayList<>();
        Store base = machine.store();
        Handler handler = new Handler(base, machine.recorder().size());
        int from = machine.recorder().size();
        machine.store(base.child());
        machine.handlers().push(handler);
        body(stmt);
        machine.handlers().pop();
        int to = machine.recorder().size();
        if (machine.store().isReachable()) {
            ends.add(machine.store().since(base));
        }
        for (Stmt.Catch clause : stmt.catches()) {
            handle(clause, base, handler, ends, from, to);
        }
        if (hasFinally) {
            frame.finallyBlocks().pop();
        }
        machine.store(base);
        if (stmt.catches().isEmpty() && ends.isEmpty()) {
            propagate(stmt, base, handler);
            return;
        }
        base.become(ends);
        interpreter.run(stmt.finallyBlock());
    }

    /** The body always throws: the finally block runs, and the exception goes on. */
    private void propagate(Stmt.Try stmt, Store base, Handler handler) {
        base.become(List.of(handler.thrown()));
        interpreter.run(stmt.finallyBlock());
        machine.raise();
    }

    private void body(Stmt.Try stmt) {
        List<Term> opened = new ArrayList<>();
        for (Stmt resource : stmt.resources()) {
            interpreter.run(resource);
            Expr holder = resource instanceof Stmt.Declare declare
                    ? new Expr.Local(declare.name(), declare.at())
                    : ((Stmt.Evaluate) resource).expression();
            opened.add(0, interpreter.evaluate(holder));
        }
        List<Runnable> closers = opened.stream()
                .map(term -> (Runnable) () -> interpreter.library().close(term, stmt.at()))
                .toList();
        machine.frame().resources().push(closers);
        interpreter.run(stmt.body());
        machine.frame().resources().pop();
        if (machine.store().isReachable()) {
            closers.forEach(Runnable::run);
        }
    }

    private void handle(Stmt.Catch clause, Store base, Handler handler, List<Map<Key, Term>> ends, int from, int to) {
        Store store = base.child();
        store.become(List.of(handler.thrown()));
        machine.store(store);
        TypeName type = clause.types().isEmpty()
                ? TypeName.of("java.lang.Exception")
                : clause.types().get(0);
        store.put(Key.local(machine.frame(), clause.name()), new Term.Opaque(type, "a caught exception"));
        int start = machine.recorder().size();
        int jumped = machine.jumped();
        Handler written = new Handler(store, start);
        machine.handlers().push(written);
        machine.handling(1);
        interpreter.run(clause.body());
        machine.handling(-1);
        machine.handlers().pop();
        int end = machine.recorder().size();
        boolean goesOn = machine.store().isReachable() || machine.jumped() > jumped;
        if (catchesLostConnections(clause)) {
            boolean forgets = forgets(written, handler.thrown());
            if (repeats(start, end) || (forgets && goesOn)) {
                machine.recorder().retried(from, to);
            } else if (forgets) {
                machine.recorder().dropped(from, to);
            }
        }
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

    /** A new connection, and the work once more: in the handler itself or by a loop around. */
    private boolean repeats(int start, int end) {
        Recorder recorder = machine.recorder();
        boolean renewed =
                recorder.any(Recorder.Kind.CREATED, start, end) || recorder.any(Recorder.Kind.BORROWED, start, end);
        return renewed && (machine.inLoop() || recorder.any(Recorder.Kind.QUERIED, start, end));
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
