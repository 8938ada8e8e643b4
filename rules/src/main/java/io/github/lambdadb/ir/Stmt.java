package io.github.lambdadb.ir;

import io.github.lambdadb.source.Location;
import java.util.List;

/** A statement. */
public sealed interface Stmt {
    Location at();

    <R> R accept(Visitor<R> visitor);

    /** Statements in order, with a scope of their own. Plain labels are blocks. */
    record Block(List<Stmt> statements, Location at) implements Stmt {
        public Block {
            statements = List.copyOf(statements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBlock(this);
        }
    }

    /** {@code synchronized}: one thread at a time. */
    record Synchronized(Expr lock, Block body, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSynchronized(this);
        }
    }

    /** A local variable comes into scope; {@code value} is {@link Expr.Nothing} without initialiser. */
    record Declare(String name, TypeName type, Expr value, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDeclare(this);
        }
    }

    /** A class, record, enum or interface declared inside a method. */
    record DeclareType(TypeDecl type, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDeclareType(this);
        }
    }

    /** An expression evaluated for its effect. */
    record Evaluate(Expr expression, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitEvaluate(this);
        }
    }

    /** {@code return}; the value may be {@link Expr.Nothing}. */
    record Return(Expr value, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitReturn(this);
        }
    }

    /** {@code if}; the other branch may be an empty block. */
    record If(Expr condition, Block whenTrue, Block whenFalse, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIf(this);
        }
    }

    /** {@code for}, {@code while}, {@code do}: {@code condition} is the literal {@code true} when absent. */
    record Loop(Block initial, Expr condition, Block update, Block body, boolean testedFirst, Location at)
            implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLoop(this);
        }
    }

    /** {@code for (T name : iterable)}. */
    record ForEach(String name, TypeName type, Expr iterable, Block body, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitForEach(this);
        }
    }

    /** {@code try}; {@code resources} are {@link Declare} or, for an existing variable, {@link Evaluate}. */
    record Try(List<Stmt> resources, Block body, List<Catch> catches, Block finallyBlock, Location at) implements Stmt {
        public Try {
            resources = List.copyOf(resources);
            catches = List.copyOf(catches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTry(this);
        }
    }

    /** One {@code catch}. */
    record Catch(List<TypeName> types, String name, Block body, Location at) {
        public Catch {
            types = List.copyOf(types);
        }
    }

    /** {@code throw}. */
    record Throw(Expr value, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitThrow(this);
        }
    }

    /** A switch statement. */
    record Switch(Expr selector, List<Case> cases, Location at) implements Stmt {
        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSwitch(this);
        }
    }

    /**
     * One case: {@code labels} are constants, enum names ({@link Expr.Name}) or patterns ({@link Expr.InstanceOf} on
     * {@link Expr.Nothing}); {@code isDefault} also for {@code case null, default}; an old-style body that does not end in a
     * jump runs on into the next.
     */
    record Case(List<Expr> labels, boolean isDefault, boolean isArrow, Block body, Location at) {
        public Case {
            labels = List.copyOf(labels);
        }
    }

    /** {@code break} or {@code continue}; the label is empty when there is none. */
    record Jump(boolean isContinue, String label, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitJump(this);
        }
    }

    /** {@code yield}. */
    record Yield(Expr value, Location at) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitYield(this);
        }
    }

    /** One method per alternative. */
    interface Visitor<R> {
        R visitBlock(Block stmt);

        R visitSynchronized(Synchronized stmt);

        R visitDeclare(Declare stmt);

        R visitDeclareType(DeclareType stmt);

        R visitEvaluate(Evaluate stmt);

        R visitReturn(Return stmt);

        R visitIf(If stmt);

        R visitLoop(Loop stmt);

        R visitForEach(ForEach stmt);

        R visitTry(Try stmt);

        R visitThrow(Throw stmt);

        R visitSwitch(Switch stmt);

        R visitJump(Jump stmt);

        R visitYield(Yield stmt);
    }
}
