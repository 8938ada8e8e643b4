package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Expression.Entry;
import io.github.lambdadb.frontend.template.terraform.Expression.For;
import io.github.lambdadb.frontend.template.terraform.Expression.Literal;
import io.github.lambdadb.frontend.template.terraform.Expression.Mapping;
import io.github.lambdadb.frontend.template.terraform.Expression.Name;
import io.github.lambdadb.frontend.template.terraform.Expression.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands in brackets and braces: lists, mappings, and what is computed for each item of another one. */
final class HclCollections {
    private final HclCursor cursor;

    HclCollections(HclCursor cursor) {
        this.cursor = cursor;
    }

    Expression read() throws HclException {
        int start = cursor.at();
        boolean isTuple = cursor.next() == '[';
        String close = isTuple ? "]" : "}";
        boolean before = cursor.setNewlinesAreBlank(true);
        cursor.advance(1);
        cursor.skipBlank();
        Expression collection = isAtFor() ? loop(start, isTuple) : isTuple ? tuple(start) : mapping(start);
        cursor.expect(close);
        cursor.setNewlinesAreBlank(before);
        return collection;
    }

    private Expression tuple(int start) throws HclException {
        List<Expression> items = new ArrayList<>();
        while (cursor.next() != ']') {
            items.add(new HclExpressions(cursor).read());
            cursor.skipBlank();
            if (!cursor.take(",") && cursor.next() != ']') {
                throw new HclException("a list is not closed", cursor.here());
            }
            cursor.skipBlank();
        }
        return new Tuple(items, cursor.from(start));
    }

    private Expression mapping(int start) throws HclException {
        List<Entry> entries = new ArrayList<>();
        while (cursor.next() != '}') {
            Expression key = key();
            cursor.skipBlank();
            if (!cursor.take("=") && !cursor.take(":")) {
                throw new HclException("'=' is missing after a key", cursor.here());
            }
            cursor.skipBlank();
            cursor.setNewlinesAreBlank(false);
            entries.add(new Entry(key, new HclExpressions(cursor).read()));
            cursor.skipBlank();
            boolean isEnded = cursor.take(",") || cursor.take("\n") || cursor.next() == '}';
            if (!isEnded) {
                throw new HclException("a mapping is not closed", cursor.here());
            }
            cursor.setNewlinesAreBlank(true);
            cursor.skipBlank();
        }
        return new Mapping(entries, cursor.from(start));
    }

    private Expression key() throws HclException {
        Expression key = new HclExpressions(cursor).read();
        boolean isParenthesized =
                key instanceof Name && cursor.since(cursor.at() - 1).equals(")");
        return key instanceof Name name && !isParenthesized ? new Literal(name.name(), name.at()) : key;
    }

    private boolean isAtFor() throws HclException {
        int start = cursor.at();
        boolean isFor = cursor.isAtName() && cursor.name().equals("for") && Character.isWhitespace(cursor.next());
        cursor.skipBlank();
        boolean isLoop = isFor && cursor.isAtName();
        if (!isLoop) {
            cursor.moveTo(start);
        }
        return isLoop;
    }

    private Expression loop(int start, boolean isTuple) throws HclException {
        String key = "";
        String item = cursor.name();
        cursor.skipBlank();
        if (cursor.take(",")) {
            cursor.skipBlank();
            key = item;
            item = cursor.name();
        }
        cursor.expect("in");
        Expression over = new HclExpressions(cursor).read();
        cursor.expect(":");
        List<Expression> result = new ArrayList<>(List.of(new HclExpressions(cursor).read()));
        if (!isTuple) {
            cursor.expect("=>");
            result.add(new HclExpressions(cursor).read());
        }
        cursor.skipBlank();
        boolean groups = cursor.take("...");
        cursor.skipBlank();
        List<Expression> tests = new ArrayList<>();
        if (cursor.take("if")) {
            tests.add(new HclExpressions(cursor).read());
        }
        cursor.skipBlank();
        return new For(key, item, over, result, tests, groups, cursor.from(start));
    }
}
