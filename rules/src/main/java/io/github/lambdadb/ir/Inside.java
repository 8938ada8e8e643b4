package io.github.lambdadb.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands inside statements of one method, in the order in which it is written: the bodies of lambdas and of local classes
 * run at another time and are left out.
 */
public final class Inside implements Stmt.Visitor<Boolean>, Expr.Visitor<Boolean> {
    private final List<Stmt> statements = new ArrayList<>();
    private final List<Expr> expressions = new ArrayList<>();

    private Inside() {}

    /** The statement itself and all below it. */
    public static Inside of(Stmt stmt) {
        Inside inside = new Inside();
        inside.add(stmt);
        return inside;
    }

    /** The expression itself and all below it. */
    public static Inside of(Expr expr) {
        Inside inside = new Inside();
        inside.add(expr);
        return inside;
    }

    public List<Stmt> statements() {
        return List.copyOf(statements);
    }

    public List<Expr> expressions() {
        return List.copyOf(expressions);
    }

    /** Whether a local variable, parameter or field is read or written by its simple name. */
    public boolean names(String name) {
        return expressions.stream()
                .anyMatch(expr -> (expr instanceof Expr.Local local
                                && local.name().equals(name))
                        || (expr instanceof Expr.Name plain && plain.name().equals(name)));
    }

    private void add(Stmt stmt) {
        statements.add(stmt);
        stmt.accept(this);
    }

    private void add(Expr expr) {
        expressions.add(expr);
        expr.accept(this);
    }

    private void add(Expr... all) {
        for (Expr expr : all) {
            add(expr);
        }
    }

    private void addAll(List<Expr> all) {
        all.forEach(this::add);
    }

    @Override
    public Boolean visitBlock(Stmt.Block stmt) {
        stmt.statements().forEach(this::add);
        return true;
    }

    @Override
    public Boolean visitSynchronized(Stmt.Synchronized stmt) {
        add(stmt.lock());
        add(stmt.body());
        return true;
    }

    @Override
    public Boolean visitDeclare(Stmt.Declare stmt) {
        add(stmt.value());
        return true;
    }

    @Override
    public Boolean visitDeclareType(Stmt.DeclareType stmt) {
        return true;
    }

    @Override
    public Boolean visitEvaluate(Stmt.Evaluate stmt) {
        add(stmt.expression());
        return true;
    }

    @Override
    public Boolean visitReturn(Stmt.Return stmt) {
        add(stmt.value());
        return true;
    }

    @Override
    public Boolean visitIf(Stmt.If stmt) {
        add(stmt.condition());
        add(stmt.whenTrue());
        add(stmt.whenFalse());
        return true;
    }

    @Override
    public Boolean visitLoop(Stmt.Loop stmt) {
        add(stmt.initial());
        add(stmt.condition());
        add(stmt.body());
        add(stmt.update());
        return true;
    }

    @Override
    public Boolean visitForEach(Stmt.ForEach stmt) {
        add(stmt.iterable());
        add(stmt.body());
        return true;
    }

    @Override
    public Boolean visitTry(Stmt.Try stmt) {
        stmt.resources().forEach(this::add);
        add(stmt.body());
        stmt.catches().forEach(clause -> add(clause.body()));
        add(stmt.finallyBlock());
        return true;
    }

    @Override
    public Boolean visitThrow(Stmt.Throw stmt) {
        add(stmt.value());
        return true;
    }

    @Override
    public Boolean visitSwitch(Stmt.Switch stmt) {
        add(stmt.selector());
        stmt.cases().forEach(this::add);
        return true;
    }

    private void add(Stmt.Case one) {
        addAll(one.labels());
        add(one.body());
    }

    @Override
    public Boolean visitJump(Stmt.Jump stmt) {
        return true;
    }

    @Override
    public Boolean visitYield(Stmt.Yield stmt) {
        add(stmt.value());
        return true;
    }

    @Override
    public Boolean visitNothing(Expr.Nothing expr) {
        return true;
    }

    @Override
    public Boolean visitNull(Expr.Null expr) {
        return true;
    }

    @Override
    public Boolean visitLiteral(Expr.Literal expr) {
        return true;
    }

    @Override
    public Boolean visitLocal(Expr.Local expr) {
        return true;
    }

    @Override
    public Boolean visitName(Expr.Name expr) {
        return true;
    }

    @Override
    public Boolean visitType(Expr.Type expr) {
        return true;
    }

    @Override
    public Boolean visitThis(Expr.This expr) {
        return true;
    }

    @Override
    public Boolean visitSuper(Expr.Super expr) {
        return true;
    }

    @Override
    public Boolean visitImplicit(Expr.Implicit expr) {
        return true;
    }

    @Override
    public Boolean visitFieldAccess(Expr.FieldAccess expr) {
        add(expr.target());
        return true;
    }

    @Override
    public Boolean visitCall(Expr.Call expr) {
        add(expr.target());
        addAll(expr.arguments());
        return true;
    }

    @Override
    public Boolean visitNew(Expr.New expr) {
        add(expr.outer());
        addAll(expr.arguments());
        return true;
    }

    @Override
    public Boolean visitNewArray(Expr.NewArray expr) {
        addAll(expr.elements());
        return true;
    }

    @Override
    public Boolean visitIndex(Expr.Index expr) {
        add(expr.array(), expr.index());
        return true;
    }

    @Override
    public Boolean visitUnary(Expr.Unary expr) {
        add(expr.operand());
        return true;
    }

    @Override
    public Boolean visitBinary(Expr.Binary expr) {
        add(expr.left(), expr.right());
        return true;
    }

    @Override
    public Boolean visitAssign(Expr.Assign expr) {
        add(expr.target(), expr.value());
        return true;
    }

    @Override
    public Boolean visitConditional(Expr.Conditional expr) {
        add(expr.condition(), expr.whenTrue(), expr.whenFalse());
        return true;
    }

    @Override
    public Boolean visitSwitch(Expr.Switch expr) {
        add(expr.selector());
        expr.cases().forEach(this::add);
        return true;
    }

    @Override
    public Boolean visitInstanceOf(Expr.InstanceOf expr) {
        add(expr.operand());
        return true;
    }

    @Override
    public Boolean visitCast(Expr.Cast expr) {
        add(expr.operand());
        return true;
    }

    @Override
    public Boolean visitLambda(Expr.Lambda expr) {
        return true;
    }

    @Override
    public Boolean visitMethodReference(Expr.MethodReference expr) {
        return true;
    }

    @Override
    public Boolean visitClassLiteral(Expr.ClassLiteral expr) {
        return true;
    }

    @Override
    public Boolean visitOpaque(Expr.Opaque expr) {
        return true;
    }
}
