package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.CallModel;
import io.github.lambdadb.source.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Evaluates expressions to terms. */
final class Expressions implements Expr.Visitor<Term> {
    private static final Set<String> CLOSEABLE = Set.of("java.lang.AutoCloseable", "java.io.Closeable");

    private final Interpreter interpreter;
    private final Machine machine;

    Expressions(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    @Override
    public Term visitNothing(Expr.Nothing expr) {
        return Plain.NULL;
    }

    @Override
    public Term visitNull(Expr.Null expr) {
        return Plain.NULL;
    }

    @Override
    public Term visitLiteral(Expr.Literal expr) {
        return new Term.Constant(expr.value(), Evidence.of(expr.at(), Term.WRITTEN));
    }

    @Override
    public Term visitLocal(Expr.Local expr) {
        return interpreter.places().local(expr.name());
    }

    @Override
    public Term visitName(Expr.Name expr) {
        return interpreter.places().name(expr);
    }

    @Override
    public Term visitType(Expr.Type expr) {
        return new Term.Opaque(TypeName.of("java.lang.Class"), "a type");
    }

    @Override
    public Term visitThis(Expr.This expr) {
        Term self = machine.frame().self();
        for (int nesting = 0; nesting < 20 && self instanceof Term.Reference reference; nesting++) {
            if (machine.types().isSubtype(reference.object().type(), expr.type())
                    || expr.type().isEmpty()) {
                return self;
            }
            self = interpreter.places().outer(self);
        }
        return machine.frame().self();
    }

    @Override
    public Term visitSuper(Expr.Super expr) {
        return machine.frame().self();
    }

    @Override
    public Term visitImplicit(Expr.Implicit expr) {
        return machine.frame().self();
    }

    @Override
    public Term visitFieldAccess(Expr.FieldAccess expr) {
        return interpreter.places().fieldAccess(expr);
    }

    @Override
    public Term visitCall(Expr.Call expr) {
        return interpreter.calls().call(expr);
    }

    @Override
    public Term visitNew(Expr.New expr) {
        return interpreter.construction().create(expr);
    }

    @Override
    public Term visitNewArray(Expr.NewArray expr) {
        List<Term> elements =
                expr.elements().stream().map(interpreter::evaluate).toList();
        return interpreter.library().array(elements, expr.at());
    }

    @Override
    public Term visitIndex(Expr.Index expr) {
        Term array = interpreter.evaluate(expr.array());
        Optional<String> index = Texts.exact(interpreter.evaluate(expr.index()));
        return Containers.at(machine, array, index);
    }

    @Override
    public Term visitUnary(Expr.Unary expr) {
        Term operand = interpreter.evaluate(expr.operand());
        return Join.map(operand, one -> Arithmetic.unary(expr.operator(), one));
    }

    @Override
    public Term visitBinary(Expr.Binary expr) {
        if (isLogical(expr)) {
            return truth(expr);
        }
        Term left = interpreter.evaluate(expr.left());
        Term right = interpreter.evaluate(expr.right());
        return combine(expr, left, right);
    }

    private static Term combine(Expr.Binary expr, Term left, Term right) {
        List<Term> results = new ArrayList<>();
        for (Term a : left.options()) {
            for (Term b : right.options()) {
                results.add(Arithmetic.binary(expr.operator(), a, b));
            }
        }
        return Join.of(results);
    }

    private static boolean isLogical(Expr.Binary expr) {
        boolean nullTest = expr.left() instanceof Expr.Null || expr.right() instanceof Expr.Null;
        return switch (expr.operator()) {
            case "&&", "||" -> true;
            case "==", "!=" -> nullTest;
            default -> false;
        };
    }

    /** A condition used as a value: what each way to its end says. */
    private Term truth(Expr.Binary expr) {
        Supplier<Term> yes = () -> new Term.Constant(true, Evidence.none());
        Supplier<Term> no = () -> new Term.Constant(false, Evidence.none());
        return switch (expr.operator()) {
            case "&&" -> either(expr.left(), () -> interpreter.evaluate(expr.right()), no);
            case "||" -> either(expr.left(), yes, () -> interpreter.evaluate(expr.right()));
            default -> either(expr, yes, no);
        };
    }

    /** The value of the branches that are possible. */
    private Term either(Expr condition, Supplier<Term> whenTrue, Supplier<Term> whenFalse) {
        List<Frame.Outcome> outcomes = new ArrayList<>();
        Store base = machine.store();
        int from = machine.recorder().size();
        interpreter
                .conditions()
                .branch(
                        condition,
                        () -> outcomes.add(new Frame.Outcome(
                                whenTrue.get(), machine.store().since(base))),
                        () -> outcomes.add(new Frame.Outcome(
                                whenFalse.get(), machine.store().since(base))));
        return machine.proofs().answer(outcomes, from);
    }

    @Override
    public Term visitAssign(Expr.Assign expr) {
        Term value = interpreter.evaluate(expr.value());
        interpreter.places().assign(expr.target(), value);
        return value;
    }

    @Override
    public Term visitConditional(Expr.Conditional expr) {
        return either(
                expr.condition(),
                () -> interpreter.evaluate(expr.whenTrue()),
                () -> interpreter.evaluate(expr.whenFalse()));
    }

    @Override
    public Term visitSwitch(Expr.Switch expr) {
        return new Switches(interpreter).run(expr.selector(), expr.cases());
    }

    @Override
    public Term visitInstanceOf(Expr.InstanceOf expr) {
        Term operand = interpreter.evaluate(expr.operand());
        return Join.map(operand, one -> {
            if (one instanceof Term.Null) {
                return new Term.Constant(false, Evidence.none());
            }
            boolean certainly = one instanceof Term.Reference reference
                    && machine.types()
                            .isSubtype(reference.object().type(), expr.type().name());
            boolean closeable = one instanceof Term.Reference reference
                    && CLOSEABLE.contains(expr.type().name())
                    && machine.types().calls(machine.types().typeOf(reference.object())).stream()
                            .anyMatch(model -> CallModel.names(model.closes(), "close"));
            return certainly || closeable
                    ? new Term.Constant(true, Evidence.none())
                    : new Term.Opaque(TypeName.of("boolean"), "an instanceof test");
        });
    }

    @Override
    public Term visitCast(Expr.Cast expr) {
        return interpreter
                .places()
                .typed(
                        Join.map(interpreter.evaluate(expr.operand()), one -> Arithmetic.cast(expr.type(), one)),
                        expr.type());
    }

    @Override
    public Term visitLambda(Expr.Lambda expr) {
        machine.frame().capture();
        return new Term.Reference(
                machine.allocate("lambda", expr.at(), new HeapObject.Shape.Closure(expr, machine.frame())));
    }

    @Override
    public Term visitMethodReference(Expr.MethodReference expr) {
        machine.frame().capture();
        Term target = expr.target() instanceof Expr.Type ? Plain.NULL : interpreter.evaluate(expr.target());
        return new Term.Reference(
                machine.allocate("lambda", expr.at(), new HeapObject.Shape.Bound(expr, target, machine.frame())));
    }

    @Override
    public Term visitClassLiteral(Expr.ClassLiteral expr) {
        return new Term.Constant(new ClassName(expr.type().name()), Evidence.of(expr.at(), Term.WRITTEN));
    }

    @Override
    public Term visitOpaque(Expr.Opaque expr) {
        machine.gap(io.github.lambdadb.facts.Gap.Kind.UNRESOLVED_VALUE, expr.at(), expr.reason());
        return Term.unknown(expr.reason());
    }

    /** The value of a class literal. */
    record ClassName(String name) {
        @Override
        public String toString() {
            return name;
        }
    }
}
