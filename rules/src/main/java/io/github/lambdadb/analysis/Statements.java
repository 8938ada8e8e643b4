package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs statements: the state after is what any of the paths may leave. */
final class Statements implements Stmt.Visitor<Boolean> {
    private static final Set<String> ASKING = Set.of("isEmpty", "isPresent", "size");

    private final Interpreter interpreter;
    private final Machine machine;
    private final Exceptions exceptions;

    Statements(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.exceptions = new Exceptions(interpreter);
    }

    @Override
    public Boolean visitBlock(Stmt.Block stmt) {
        for (Stmt inner : stmt.statements()) {
            interpreter.run(inner);
        }
        return true;
    }

    @Override
    public Boolean visitSynchronized(Stmt.Synchronized stmt) {
        interpreter.evaluate(stmt.lock());
        machine.threads().locked(() -> interpreter.run(stmt.body()));
        return true;
    }

    @Override
    public Boolean visitDeclare(Stmt.Declare stmt) {
        if (!(stmt.value() instanceof Expr.Nothing)) {
            Term value = interpreter.evaluate(stmt.value());
            Term typed = interpreter.places().typed(value, stmt.type());
            machine.recorder().named(typed, stmt.name());
            machine.store().put(Key.local(machine.frame(), stmt.name()), typed);
        }
        return true;
    }

    @Override
    public Boolean visitDeclareType(Stmt.DeclareType stmt) {
        interpreter.construction().declareLocal(stmt.type());
        return true;
    }

    @Override
    public Boolean visitEvaluate(Stmt.Evaluate stmt) {
        interpreter.evaluate(stmt.expression());
        return true;
    }

    @Override
    public Boolean visitReturn(Stmt.Return stmt) {
        Term value = stmt.value() instanceof Expr.Nothing ? Plain.NULL : interpreter.evaluate(stmt.value());
        machine.frame().cleanUp(0);
        if (machine.store().isReachable()) {
            interpreter.activations().leave(value);
        }
        machine.store().end();
        return true;
    }

    @Override
    public Boolean visitIf(Stmt.If stmt) {
        boolean asks = asksWhetherThereIsAny(stmt.condition());
        if (asks) {
            machine.threads().enteredTogether();
        }
        interpreter
                .conditions()
                .branch(
                        stmt.condition(),
                        () -> interpreter.run(stmt.whenTrue()),
                        () -> interpreter.run(stmt.whenFalse()));
        if (asks) {
            machine.threads().leftTogether();
        }
        return true;
    }

    /** Whether the condition is about what there is, so that where there is nothing, there is nothing to wait for. */
    private static boolean asksWhetherThereIsAny(Expr condition) {
        if (condition instanceof Expr.Unary unary) {
            return asksWhetherThereIsAny(unary.operand());
        }
        if (condition instanceof Expr.Binary binary) {
            return asksWhetherThereIsAny(binary.left()) || asksWhetherThereIsAny(binary.right());
        }
        return condition instanceof Expr.Call call && ASKING.contains(call.name());
    }

    @Override
    public Boolean visitLoop(Stmt.Loop stmt) {
        interpreter.run(stmt.initial());
        machine.repetitions().looping(stmt, () -> loop(stmt));
        return true;
    }

    private void loop(Stmt.Loop stmt) {
        Store base = machine.store();
        Machine.Jumps exits = Machine.Jumps.of(machine, true);
        machine.jumps().push(exits);
        machine.store(base.child());
        machine.enterLoop();
        machine.threads().enteredTogether();
        boolean overRecords = Iterations.isOverRecords(stmt.condition());
        if (!stmt.testedFirst()) {
            once(stmt, exits, overRecords, 0);
        }
        int before = stmt.testedFirst() ? 0 : 1;
        for (int pass = 0; pass < 2 && machine.store().isReachable(); pass++) {
            int nth = before + pass;
            interpreter
                    .conditions()
                    .branch(stmt.condition(), () -> once(stmt, exits, overRecords, nth), () -> leaveLoop(exits));
            Widening.numbers(base, machine);
        }
        machine.leaveLoop();
        machine.jumps().pop();
        finishLoop(base, exits, stmt.condition());
        machine.threads().leftTogether();
    }

    private void once(Stmt.Loop stmt, Machine.Jumps exits, boolean overRecords, int pass) {
        if (overRecords) {
            machine.iterate(stmt.at(), pass, () -> interpreter.run(stmt.body()));
        } else {
            interpreter.run(stmt.body());
        }
        resume(exits);
        interpreter.run(stmt.update());
    }

    private void leaveLoop(Machine.Jumps exits) {
        exits.breaks().add(machine.store().since(exits.base()));
        machine.store().end();
    }

    /** Paths that said continue go on with the update. */
    private void resume(Machine.Jumps exits) {
        if (exits.continues().isEmpty()) {
            return;
        }
        List<Map<Key, Term>> ends = new ArrayList<>(exits.continues());
        exits.continues().clear();
        if (machine.store().isReachable()) {
            ends.add(machine.store().since(exits.base()));
        }
        machine.store().become(ends);
    }

    /** What a further iteration may do adds nothing after two passes but the way out. */
    private void finishLoop(Store base, Machine.Jumps exits, Expr condition) {
        List<Map<Key, Term>> ends = new ArrayList<>(exits.breaks());
        boolean endless = condition instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
        if (machine.store().isReachable() && !endless) {
            ends.add(machine.store().since(base));
        }
        machine.store(base);
        base.become(ends);
    }

    @Override
    public Boolean visitForEach(Stmt.ForEach stmt) {
        Term iterable = interpreter.evaluate(stmt.iterable());
        Term element = interpreter.places().typed(interpreter.library().element(iterable), stmt.type());
        Store base = machine.store();
        Machine.Jumps exits = Machine.Jumps.of(machine, true);
        machine.jumps().push(exits);
        machine.store(base.child());
        machine.enterLoop();
        machine.threads().enteredTogether();
        Optional<List<Term>> known = interpreter.library().known(iterable);
        List<Term> rounds = Iterations.rounds(element);
        known.ifPresent(elements -> oneByOne(stmt, elements, exits));
        for (int pass = 0; pass < 2 && known.isEmpty(); pass++) {
            int nth = pass;
            Runnable body = () -> machine.iterate(stmt.at(), nth, () -> rounds.forEach(one -> round(stmt, one, exits)));
            if (Iterations.areObjects(rounds)) {
                machine.trusting(body, stmt.at());
            } else {
                machine.either(body, () -> {});
            }
        }
        machine.leaveLoop();
        machine.jumps().pop();
        List<Map<Key, Term>> ends = new ArrayList<>(exits.breaks());
        if (machine.store().isReachable()) {
            ends.add(machine.store().since(base));
        }
        machine.store(base);
        base.become(ends);
        machine.threads().leftTogether();
        return true;
    }

    private void oneByOne(Stmt.ForEach stmt, List<Term> elements, Machine.Jumps exits) {
        for (int i = 0; i < elements.size() && machine.store().isReachable(); i++) {
            Term element = interpreter.places().typed(elements.get(i), stmt.type());
            machine.iterate(stmt.at(), i, () -> round(stmt, element, exits));
        }
    }

    private void round(Stmt.ForEach stmt, Term element, Machine.Jumps exits) {
        machine.store().put(Key.local(machine.frame(), stmt.name()), element);
        interpreter.run(stmt.body());
        resume(exits);
    }

    @Override
    public Boolean visitTry(Stmt.Try stmt) {
        machine.threads().enteredTogether();
        exceptions.run(stmt);
        machine.threads().leftTogether();
        return true;
    }

    @Override
    public Boolean visitThrow(Stmt.Throw stmt) {
        Term thrown = interpreter.evaluate(stmt.value());
        machine.raise(machine.types().typeOf(thrown).orElse(Exits.ANY), stmt.at());
        return true;
    }

    @Override
    public Boolean visitSwitch(Stmt.Switch stmt) {
        new Switches(interpreter).run(stmt.selector(), stmt.cases());
        return true;
    }

    @Override
    public Boolean visitJump(Stmt.Jump stmt) {
        for (Machine.Jumps target : machine.jumps()) {
            if (!stmt.isContinue() || target.isLoop()) {
                machine.frame().cleanUp(target.cleanups());
                if (machine.store().isReachable()) {
                    List<Map<Key, Term>> ends = stmt.isContinue() ? target.continues() : target.breaks();
                    ends.add(machine.store().since(target.base()));
                }
                break;
            }
        }
        machine.jump();
        machine.store().end();
        return true;
    }

    @Override
    public Boolean visitYield(Stmt.Yield stmt) {
        Term value = interpreter.evaluate(stmt.value());
        Machine.Jumps target = machine.jumps().peek();
        if (target != null && machine.store().isReachable()) {
            target.yields().add(value);
            target.breaks().add(machine.store().since(target.base()));
        }
        machine.store().end();
        return true;
    }
}
