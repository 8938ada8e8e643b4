package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the representation as text, so that a test can say in one line what it expects. */
final class Show implements Expr.Visitor<String>, Stmt.Visitor<String> {
    private static final Show SHOW = new Show();

    static String of(Expr expr) {
        return expr.accept(SHOW);
    }

    static String of(Stmt stmt) {
        return stmt.accept(SHOW);
    }

    private static String list(List<? extends Expr> all) {
        return all.stream().map(Show::of).collect(Collectors.joining(", "));
    }

    private static String cases(Expr selector, List<Stmt.Case> cases) {
        return "switch " + of(selector) + " "
                + cases.stream()
                        .map(each -> (each.isDefault() ? "default" : "case") + "[" + list(each.labels()) + "]"
                                + (each.isArrow() ? "->" : ":") + of(each.body()))
                        .collect(Collectors.joining(" "));
    }

    @Override
    public String visitNothing(Expr.Nothing e) {
        return "-";
    }

    @Override
    public String visitNull(Expr.Null e) {
        return "null";
    }

    @Override
    public String visitLiteral(Expr.Literal e) {
        return e.value() instanceof String text ? '"' + text + '"' : e.value() + suffix(e.value());
    }

    private static String suffix(Object value) {
        return value instanceof Long ? "L" : value instanceof Float ? "f" : value instanceof Character ? "c" : "";
    }

    @Override
    public String visitLocal(Expr.Local e) {
        return "%" + e.name();
    }

    @Override
    public String visitName(Expr.Name e) {
        return "#" + e.name();
    }

    @Override
    public String visitType(Expr.Type e) {
        return "<" + e.type() + ">";
    }

    @Override
    public String visitThis(Expr.This e) {
        return "this(" + e.type() + ")";
    }

    @Override
    public String visitSuper(Expr.Super e) {
        return "super";
    }

    @Override
    public String visitImplicit(Expr.Implicit e) {
        return "~";
    }

    @Override
    public String visitFieldAccess(Expr.FieldAccess e) {
        return of(e.target()) + "." + e.name();
    }

    @Override
    public String visitCall(Expr.Call e) {
        return of(e.target()) + "." + e.name() + "(" + list(e.arguments()) + ")";
    }

    @Override
    public String visitNew(Expr.New e) {
        String outer = e.outer() instanceof Expr.Implicit ? "" : of(e.outer()) + ".";
        String body = e.body().stream().map(TypeDecl::name).collect(Collectors.joining());
        return outer + "new " + e.type() + "(" + list(e.arguments()) + ")" + (body.isEmpty() ? "" : "{" + body + "}");
    }

    @Override
    public String visitNewArray(Expr.NewArray e) {
        return "new " + e.type() + "{" + list(e.elements()) + "}";
    }

    @Override
    public String visitIndex(Expr.Index e) {
        return of(e.array()) + "[" + of(e.index()) + "]";
    }

    @Override
    public String visitUnary(Expr.Unary e) {
        return e.operator() + of(e.operand());
    }

    @Override
    public String visitBinary(Expr.Binary e) {
        return "(" + of(e.left()) + e.operator() + of(e.right()) + ")";
    }

    @Override
    public String visitAssign(Expr.Assign e) {
        return of(e.target()) + "=" + of(e.value());
    }

    @Override
    public String visitConditional(Expr.Conditional e) {
        return of(e.condition()) + "?" + of(e.whenTrue()) + ":" + of(e.whenFalse());
    }

    @Override
    public String visitSwitch(Expr.Switch e) {
        return cases(e.selector(), e.cases());
    }

    @Override
    public String visitInstanceOf(Expr.InstanceOf e) {
        return of(e.operand()) + " is " + e.type() + (e.binding().isEmpty() ? "" : " " + e.binding());
    }

    @Override
    public String visitCast(Expr.Cast e) {
        return "(" + e.type() + ")" + of(e.operand());
    }

    @Override
    public String visitLambda(Expr.Lambda e) {
        return e.parameters() + "->" + of(e.body());
    }

    @Override
    public String visitMethodReference(Expr.MethodReference e) {
        return of(e.target()) + "::" + e.name();
    }

    @Override
    public String visitClassLiteral(Expr.ClassLiteral e) {
        return e.type() + ".class";
    }

    @Override
    public String visitOpaque(Expr.Opaque e) {
        return "?";
    }

    @Override
    public String visitBlock(Stmt.Block s) {
        return s.statements().stream().map(Show::of).collect(Collectors.joining("; ", "{", "}"));
    }

    @Override
    public String visitSynchronized(Stmt.Synchronized s) {
        return "synchronized (" + of(s.lock()) + ") " + of(s.body());
    }

    @Override
    public String visitDeclare(Stmt.Declare s) {
        return s.type() + " " + s.name() + " = " + of(s.value());
    }

    @Override
    public String visitDeclareType(Stmt.DeclareType s) {
        return "type " + s.type().name();
    }

    @Override
    public String visitEvaluate(Stmt.Evaluate s) {
        return of(s.expression());
    }

    @Override
    public String visitReturn(Stmt.Return s) {
        return "return " + of(s.value());
    }

    @Override
    public String visitIf(Stmt.If s) {
        return "if " + of(s.condition()) + of(s.whenTrue()) + of(s.whenFalse());
    }

    @Override
    public String visitLoop(Stmt.Loop s) {
        return (s.testedFirst() ? "while" : "do") + of(s.initial()) + of(s.condition()) + of(s.update()) + of(s.body());
    }

    @Override
    public String visitForEach(Stmt.ForEach s) {
        return "for " + s.type() + " " + s.name() + " in " + of(s.iterable()) + of(s.body());
    }

    @Override
    public String visitTry(Stmt.Try s) {
        return "try" + s.resources().stream().map(Show::of).toList() + of(s.body())
                + s.catches().stream()
                        .map(each -> " catch " + each.types() + " " + each.name() + of(each.body()))
                        .collect(Collectors.joining())
                + of(s.finallyBlock());
    }

    @Override
    public String visitThrow(Stmt.Throw s) {
        return "throw " + of(s.value());
    }

    @Override
    public String visitSwitch(Stmt.Switch s) {
        return cases(s.selector(), s.cases());
    }

    @Override
    public String visitJump(Stmt.Jump s) {
        return (s.isContinue() ? "continue" : "break") + s.label();
    }

    @Override
    public String visitYield(Stmt.Yield s) {
        return "yield " + of(s.value());
    }
}
