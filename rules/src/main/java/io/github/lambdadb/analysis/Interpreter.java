package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;

/** The parts that run a program abstractly, wired once. */
final class Interpreter {
    private final Machine machine;
    private final Statements statements;
    private final Expressions expressions;
    private final Conditions conditions;
    private final Calls calls;
    private final Activations activations;
    private final Construction construction;
    private final Places places;
    private final Functions functions;
    private final LibraryCalls library;
    private final BeanContexts beans;

    Interpreter(Machine machine) {
        this.machine = machine;
        this.places = new Places(this);
        this.statements = new Statements(this);
        this.expressions = new Expressions(this);
        this.conditions = new Conditions(this);
        this.calls = new Calls(this);
        this.activations = new Activations(this);
        this.construction = new Construction(this);
        this.functions = new Functions(this);
        this.library = new LibraryCalls(this);
        this.beans = new BeanContexts(this);
    }

    Machine machine() {
        return machine;
    }

    Calls calls() {
        return calls;
    }

    Activations activations() {
        return activations;
    }

    Construction construction() {
        return construction;
    }

    Conditions conditions() {
        return conditions;
    }

    Places places() {
        return places;
    }

    Functions functions() {
        return functions;
    }

    BeanContexts beans() {
        return beans;
    }

    LibraryCalls library() {
        return library;
    }

    void run(Stmt statement) {
        if (machine.store().isReachable() && machine.mayStep(statement.at())) {
            statement.accept(statements);
        }
    }

    Term evaluate(Expr expression) {
        if (!machine.store().isReachable()) {
            return Term.unknown("not reached");
        }
        return expression.accept(expressions);
    }
}
