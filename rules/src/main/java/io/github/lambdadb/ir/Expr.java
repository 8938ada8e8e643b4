package io.github.lambdadb.ir;

import io.github.lambdadb.source.Location;
import java.util.List;

/** An expression, with names resolved as far as one file, its imports and the index of types allow. */
public sealed interface Expr {
    Location at();

    <R> R accept(Visitor<R> visitor);

    /** No expression where the language allows none: a plain {@code return}, a missing initialiser. */
    record Nothing(Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNothing(this);
        }
    }

    /** {@code null}. */
    record Null(Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNull(this);
        }
    }

    /** A String (text blocks already stripped), Integer, Long, Double, Float, Boolean or Character. */
    record Literal(Object value, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLiteral(this);
        }
    }

    /** A local variable or parameter of the enclosing method, lambda, or of the method around a local class. */
    record Local(String name, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLocal(this);
        }
    }

    /**
     * A simple name that is no local variable and no known type: a field of this class, of a supertype, of an enclosing
     * class, or a static import.
     */
    record Name(String name, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitName(this);
        }
    }

    /** A type where an expression may stand: {@code Db} in {@code Db.open()}. */
    record Type(TypeName type, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitType(this);
        }
    }

    /** {@code this}, or {@code Outer.this}: {@code type} is the qualified name of the class meant. */
    record This(String type, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitThis(this);
        }
    }

    /** {@code super} before a dot. */
    record Super(Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSuper(this);
        }
    }

    /** The target of an unqualified call: this, an enclosing class, a supertype, or a static import. */
    record Implicit(Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitImplicit(this);
        }
    }

    /** {@code target.name}, not a call. */
    record FieldAccess(Expr target, String name, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFieldAccess(this);
        }
    }

    /**
     * A call. {@code at} spans the method's name and its arguments, not the target. {@code this(…)} and {@code super(…)} in a
     * constructor are calls named {@code <init>} on {@link This} and {@link Super}.
     */
    record Call(Expr target, String name, List<Expr> arguments, Location at) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /** {@code new}; {@code body} holds the anonymous class, or nothing; {@code outer} is {@link Implicit} or the {@code x} of {@code x.new}. */
    record New(Expr outer, TypeName type, List<Expr> arguments, List<TypeDecl> body, Location at) implements Expr {
        public New {
            arguments = List.copyOf(arguments);
            body = List.copyOf(body);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNew(this);
        }
    }

    /** {@code new T[…]} or an array initialiser; {@code elements} is empty when only the length is given. */
    record NewArray(TypeName type, List<Expr> elements, Location at) implements Expr {
        public NewArray {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNewArray(this);
        }
    }

    /** {@code array[index]}. */
    record Index(Expr array, Expr index, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIndex(this);
        }
    }

    /** Java's spelling of the operator: {@code ! - + ~ ++ --}; increments are prefix or postfix alike. */
    record Unary(String operator, Expr operand, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    /** Java's spelling of the operator, {@code &&} and {@code ||} included. */
    record Binary(String operator, Expr left, Expr right, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** {@code target = value}; compound assignments are lowered to {@code target = target op value}. */
    record Assign(Expr target, Expr value, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAssign(this);
        }
    }

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /** A switch that yields a value: each case's body ends in {@link Stmt.Yield}, throws or returns nothing. */
    record Switch(Expr selector, List<Stmt.Case> cases, Location at) implements Expr {
        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSwitch(this);
        }
    }

    /** {@code operand instanceof T binding}; {@code binding} is empty when there is none. */
    record InstanceOf(Expr operand, TypeName type, String binding, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInstanceOf(this);
        }
    }

    /** {@code (T) operand}. */
    record Cast(TypeName type, Expr operand, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCast(this);
        }
    }

    /** A lambda; an expression body is lowered to one {@link Stmt.Return}. */
    record Lambda(List<String> parameters, Stmt.Block body, Location at) implements Expr {
        public Lambda {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLambda(this);
        }
    }

    /** {@code target::name}; {@code name} is {@code new} for constructors. */
    record MethodReference(Expr target, String name, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMethodReference(this);
        }
    }

    /** {@code T.class}. */
    record ClassLiteral(TypeName type, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitClassLiteral(this);
        }
    }

    /** What cannot be lowered, and why. */
    record Opaque(String reason, Location at) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOpaque(this);
        }
    }

    /** One method per alternative: a new alternative breaks every analysis at compile time. */
    interface Visitor<R> {
        R visitNothing(Nothing expr);

        R visitNull(Null expr);

        R visitLiteral(Literal expr);

        R visitLocal(Local expr);

        R visitName(Name expr);

        R visitType(Type expr);

        R visitThis(This expr);

        R visitSuper(Super expr);

        R visitImplicit(Implicit expr);

        R visitFieldAccess(FieldAccess expr);

        R visitCall(Call expr);

        R visitNew(New expr);

        R visitNewArray(NewArray expr);

        R visitIndex(Index expr);

        R visitUnary(Unary expr);

        R visitBinary(Binary expr);

        R visitAssign(Assign expr);

        R visitConditional(Conditional expr);

        R visitSwitch(Switch expr);

        R visitInstanceOf(InstanceOf expr);

        R visitCast(Cast expr);

        R visitLambda(Lambda expr);

        R visitMethodReference(MethodReference expr);

        R visitClassLiteral(ClassLiteral expr);

        R visitOpaque(Opaque expr);
    }
}
