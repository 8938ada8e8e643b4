package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Location;
import java.util.List;

/** An expression of Terraform's language. */
sealed interface Expression {
    Location at();

    <R> R accept(Visitor<R> visitor);

    /** A text, number or truth value as written; {@code null} is {@link Null}. */
    record Literal(String text, Location at) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLiteral(this);
        }
    }

    /** {@code null}. */
    record Null(Location at) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNull(this);
        }
    }

    /** A text with interpolations. */
    record Template(List<Part> parts, Location at) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTemplate(this);
        }
    }

    /** A stretch of a template: {@code source} is an interpolation as written, empty for what stands as it is. */
    record Part(Expression value, String source) {}

    /** {@code [a, b]}. */
    record Tuple(List<Expression> items, Location at) implements Expression {
        public Tuple {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTuple(this);
        }
    }

    /** <code>{ key = value }</code>; a bare key is a literal. */
    record Mapping(List<Entry> entries, Location at) implements Expression {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMapping(this);
        }
    }

    /** A key and its value. */
    record Entry(Expression key, Expression value) {}

    /** The first word of a reference: {@code var}, {@code aws_db_instance}. */
    record Name(String name, Location at) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitName(this);
        }
    }

    /** {@code base.name}. */
    record Member(Expression base, String name, Location at) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMember(this);
        }
    }

    /** {@code base[key]}. */
    record Index(Expression base, Expression key, Location at) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIndex(this);
        }
    }

    /** {@code base[*].a.b}: each item, and what is taken of it; {@code each} is written on {@link #ITEM}. */
    record Splat(Expression base, Expression each, Location at) implements Expression {
        /** The name that stands for the item; no name of the language can be spelled so. */
        static final String ITEM = "*";

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSplat(this);
        }
    }

    /** {@code name(arguments)}; {@code expands} when the last argument is followed by dots. */
    record Call(String name, List<Expression> arguments, boolean expands, Location at) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /** {@code test ? yes : no}. */
    record Conditional(Expression test, Expression yes, Expression no, Location at) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /** {@code left operator right}; {@code !a} and {@code -a} have {@code false} and {@code 0} at their left. */
    record Operation(String operator, Expression left, Expression right, Location at) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOperation(this);
        }
    }

    /**
     * {@code [for key, item in over : result if test]}.
     *
     * @param key the name of the key, empty when only the item has one
     * @param result one expression for a list, key and value for a mapping
     * @param tests what must hold of an item: nothing or one expression
     */
    record For(
            String key,
            String item,
            Expression over,
            List<Expression> result,
            List<Expression> tests,
            boolean groups,
            Location at)
            implements Expression {
        public For {
            result = List.copyOf(result);
            tests = List.copyOf(tests);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFor(this);
        }
    }

    /** What is not understood, and why. */
    record Opaque(String reason, Location at) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOpaque(this);
        }
    }

    /** One answer for each sort of expression. */
    interface Visitor<R> {
        R visitLiteral(Literal literal);

        R visitNull(Null nothing);

        R visitTemplate(Template template);

        R visitTuple(Tuple tuple);

        R visitMapping(Mapping mapping);

        R visitName(Name name);

        R visitMember(Member member);

        R visitIndex(Index index);

        R visitSplat(Splat splat);

        R visitCall(Call call);

        R visitConditional(Conditional conditional);

        R visitOperation(Operation operation);

        R visitFor(For loop);

        R visitOpaque(Opaque opaque);
    }
}
