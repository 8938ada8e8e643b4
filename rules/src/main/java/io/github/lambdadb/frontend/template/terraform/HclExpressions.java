package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Expression.Call;
import io.github.lambdadb.frontend.template.terraform.Expression.Conditional;
import io.github.lambdadb.frontend.template.terraform.Expression.Literal;
import io.github.lambdadb.frontend.template.terraform.Expression.Name;
import io.github.lambdadb.frontend.template.terraform.Expression.Null;
import io.github.lambdadb.frontend.template.terraform.Expression.Operation;
import java.util.ArrayList;
import java.util.List;

/** Reads one expression at a cursor: operators, calls, literals. */
final class HclExpressions {
    private static final int LONGEST_CHAIN = 200;

    /** From what binds loosest; a longer spelling stands before one that it begins with. */
    private static final List<List<String>> OPERATORS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final HclCursor cursor;

    HclExpressions(HclCursor cursor) {
        this.cursor = cursor;
    }

    Expression read() throws HclException {
        cursor.enter();
        try {
            cursor.skipBlank();
            int start = cursor.at();
            Expression test = operation(0);
            cursor.skipBlank();
            if (!cursor.take("?")) {
                return test;
            }
            Expression yes = read();
            cursor.expect(":");
            Expression no = read();
            return new Conditional(test, yes, no, cursor.from(start));
        } finally {
            cursor.leave();
        }
    }

    private Expression operation(int level) throws HclException {
        if (level == OPERATORS.size()) {
            return unary();
        }
        int start = cursor.at();
        Expression left = operation(level + 1);
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            cursor.skipBlank();
            String operator = operator(level);
            if (operator.isEmpty()) {
                return left;
            }
            cursor.skipBlank();
            left = new Operation(operator, left, operation(level + 1), cursor.from(start));
        }
        throw new HclException("the expression is too long", cursor.here());
    }

    private String operator(int level) {
        return OPERATORS.get(level).stream().filter(cursor::take).findFirst().orElse("");
    }

    private Expression unary() throws HclException {
        int start = cursor.at();
        boolean isNot = cursor.next() == '!' && cursor.next(1) != '=';
        if (!isNot && cursor.next() != '-') {
            return new HclReferences(cursor).after(primary());
        }
        cursor.advance(1);
        cursor.enter();
        try {
            cursor.skipBlank();
            Expression operand = unary();
            Literal left = new Literal(isNot ? "false" : "0", cursor.from(start));
            if (!isNot && operand instanceof Literal number) {
                return new Literal("-" + number.text(), cursor.from(start));
            }
            return new Operation(isNot ? "!" : "-", left, operand, cursor.from(start));
        } finally {
            cursor.leave();
        }
    }

    private Expression primary() throws HclException {
        int start = cursor.at();
        char c = cursor.next();
        if (c == '"') {
            return new HclTemplates(cursor).quoted();
        } else if (c == '<' && cursor.next(1) == '<') {
            return new HclTemplates(cursor).heredoc();
        } else if (c == '[' || c == '{') {
            return new HclCollections(cursor).read();
        } else if (c == '(') {
            return inParentheses();
        } else if (Character.isDigit(c)) {
            return number();
        }
        String name = cursor.name();
        int end = cursor.at();
        while (cursor.take("::")) {
            name = cursor.name();
            end = cursor.at();
        }
        cursor.skipBlank();
        if (cursor.next() == '(') {
            return call(name, start);
        }
        cursor.moveTo(end);
        return switch (name) {
            case "true", "false" -> new Literal(name, cursor.from(start));
            case "null" -> new Null(cursor.from(start));
            default -> new Name(name, cursor.from(start));
        };
    }

    private Expression inParentheses() throws HclException {
        boolean before = cursor.setNewlinesAreBlank(true);
        cursor.advance(1);
        Expression inner = read();
        cursor.expect(")");
        cursor.setNewlinesAreBlank(before);
        return inner;
    }

    private Expression number() throws HclException {
        int start = cursor.at();
        while (Character.isDigit(cursor.next()) || (cursor.next() == '.' && Character.isDigit(cursor.next(1)))) {
            cursor.advance(1);
        }
        if (cursor.next() == 'e' || cursor.next() == 'E') {
            cursor.advance(1);
            if (cursor.next() == '+' || cursor.next() == '-') {
                cursor.advance(1);
            }
            while (Character.isDigit(cursor.next())) {
                cursor.advance(1);
            }
        }
        if (cursor.isAtName()) {
            throw new HclException("a number ends in a letter", cursor.here());
        }
        return new Literal(cursor.since(start), cursor.from(start));
    }

    private Expression call(String name, int start) throws HclException {
        boolean before = cursor.setNewlinesAreBlank(true);
        cursor.advance(1);
        List<Expression> arguments = new ArrayList<>();
        boolean expands = false;
        cursor.skipBlank();
        while (!cursor.take(")")) {
            arguments.add(read());
            cursor.skipBlank();
            expands = cursor.take("...");
            cursor.skipBlank();
            if (!cursor.take(",") && cursor.next() != ')') {
                throw new HclException("the call of '" + name + "' is not closed", cursor.here());
            }
            cursor.skipBlank();
        }
        cursor.setNewlinesAreBlank(before);
        return new Call(name, arguments, expands, cursor.from(start));
    }
}
