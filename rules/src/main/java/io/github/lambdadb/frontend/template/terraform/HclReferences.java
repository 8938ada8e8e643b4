package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Expression.Index;
import io.github.lambdadb.frontend.template.terraform.Expression.Literal;
import io.github.lambdadb.frontend.template.terraform.Expression.Member;
import io.github.lambdadb.frontend.template.terraform.Expression.Name;
import io.github.lambdadb.frontend.template.terraform.Expression.Splat;
import io.github.lambdadb.source.Location;

/** Reads what follows an operand: {@code .name}, {@code [key]}, {@code [*].name}. */
final class HclReferences {
    private static final int LONGEST_CHAIN = 60;

    private final HclCursor cursor;

    HclReferences(HclCursor cursor) {
        this.cursor = cursor;
    }

    Expression after(Expression operand) throws HclException {
        Expression whole = operand;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            if (isAtSplat()) {
                return splat(whole);
            }
            if (!isAtStep()) {
                return whole;
            }
            whole = step(whole);
        }
        throw new HclException("the reference is too long", cursor.here());
    }

    private boolean isAtSplat() {
        return cursor.take(".*") || cursor.take("[*]");
    }

    private boolean isAtStep() {
        return cursor.next() == '[' || (cursor.next() == '.' && cursor.next(1) != '.');
    }

    /** Everything behind the star is taken of each item. */
    private Expression splat(Expression base) throws HclException {
        cursor.enter();
        try {
            Expression each = after(new Name(Splat.ITEM, cursor.here()));
            return new Splat(base, each, upTo(base));
        } finally {
            cursor.leave();
        }
    }

    private Expression step(Expression base) throws HclException {
        if (cursor.next() == '.' && Character.isDigit(cursor.next(1))) {
            cursor.advance(1);
            int start = cursor.at();
            while (Character.isDigit(cursor.next())) {
                cursor.advance(1);
            }
            return new Index(base, new Literal(cursor.since(start), cursor.from(start)), upTo(base));
        }
        if (cursor.next() == '.') {
            cursor.advance(1);
            return new Member(base, cursor.name(), upTo(base));
        }
        boolean before = cursor.setNewlinesAreBlank(true);
        cursor.advance(1);
        Expression key = new HclExpressions(cursor).read();
        cursor.expect("]");
        cursor.setNewlinesAreBlank(before);
        return new Index(base, key, upTo(base));
    }

    private Location upTo(Expression base) {
        Location start = base.at();
        Location end = cursor.here();
        return new Location(start.file(), start.line(), start.column(), end.endLine(), end.endColumn());
    }
}
