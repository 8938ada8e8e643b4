package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Expression.Name;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Evaluates expressions within a module, where some names may be bound: {@code each}, {@code count}, those of loops. */
final class Evaluator implements Expression.Visitor<Term> {
    private final Scope scope;
    private final Map<String, Term> bindings;

    Evaluator(Scope scope, Map<String, Term> bindings) {
        this.scope = scope;
        this.bindings = Map.copyOf(bindings);
    }

    /** The same module with one more name bound. */
    Evaluator with(String name, Term term) {
        Map<String, Term> more = new HashMap<>(bindings);
        more.put(name, term);
        return new Evaluator(scope, more);
    }

    Term evaluate(Expression expression) {
        return scope.budget().step(() -> expression.accept(this));
    }

    /** Counts an evaluation that is more than one expression. */
    Term within(Supplier<Term> evaluation) {
        return scope.budget().step(evaluation);
    }

    /** The term of an expression, and that it is used there: {@code what} says for what. */
    Term evaluate(Expression expression, String what) {
        if (expression instanceof Expression.Literal literal) {
            return Terms.known(literal.text(), literal.at(), what);
        }
        return evaluate(expression).seenFrom(Evidence.of(expression.at(), what));
    }

    @Override
    public Term visitLiteral(Expression.Literal literal) {
        return Terms.known(literal.text(), literal.at(), "it is written here");
    }

    @Override
    public Term visitNull(Expression.Null nothing) {
        return Terms.nothing();
    }

    @Override
    public Term visitTemplate(Expression.Template template) {
        return Texts.of(this, template);
    }

    @Override
    public Term visitTuple(Expression.Tuple tuple) {
        return Terms.tuple(tuple.items().stream().map(this::evaluate).toList(), true);
    }

    @Override
    public Term visitMapping(Expression.Mapping mapping) {
        Map<String, Term> all = new LinkedHashMap<>();
        boolean isWhole = true;
        for (Expression.Entry entry : mapping.entries()) {
            Optional<String> key = Texts.exact(evaluate(entry.key()));
            key.ifPresent(name -> all.put(name, evaluate(entry.value(), "'" + name + "' is set")));
            isWhole &= key.isPresent();
        }
        return Terms.mapping(all, isWhole);
    }

    @Override
    public Term visitName(Name name) {
        Term bound = bindings.get(name.name());
        return bound != null ? bound : Terms.unknown("'" + name.name() + "' is not known");
    }

    @Override
    public Term visitMember(Expression.Member member) {
        Expression base = member.base();
        if (base instanceof Name root && !bindings.containsKey(root.name())) {
            return rooted(root.name(), member.name(), member.at());
        }
        if (base instanceof Expression.Member data
                && data.base() instanceof Name root
                && root.name().equals("data")) {
            return scope.resource("data." + data.name() + "." + member.name(), member.at());
        }
        return evaluate(base).member(member.name());
    }

    private Term rooted(String root, String name, Location at) {
        return switch (root) {
            case "var" -> scope.variable(name, at);
            case "local" -> scope.local(name, at);
            case "module" -> scope.module(name, at);
            case "path" -> scope.path(name, at);
            case "terraform", "each", "count", "self" ->
                Terms.hole(scope.address(root + "." + name), Evidence.of(at, "only a deployment knows it"), Set.of());
            case "data" -> Terms.unknown("'data." + name + "' is not a reference");
            default -> scope.resource(root + "." + name, at);
        };
    }

    @Override
    public Term visitIndex(Expression.Index index) {
        Term base = evaluate(index.base());
        Optional<String> key = Texts.exact(evaluate(index.key()));
        return key.map(base::member).orElseGet(() -> Terms.unknown("the key is not known"));
    }

    @Override
    public Term visitSplat(Expression.Splat splat) {
        Term base = evaluate(splat.base());
        if (base.isNothing()) {
            return Terms.tuple(List.of(), true);
        }
        if (!base.isWhole() && base.items().isEmpty()) {
            return Terms.unknown("the list is not known", base.sources());
        }
        List<Term> items = base.entries().isPresent() || base.items().isEmpty()
                ? List.of(base)
                : base.items().get();
        List<Term> each = items.stream()
                .map(item -> with(Expression.Splat.ITEM, item).evaluate(splat.each()))
                .toList();
        return Terms.tuple(each, base.isWhole());
    }

    @Override
    public Term visitCall(Expression.Call call) {
        List<Term> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(evaluate(argument)));
        if (call.expands() && !arguments.isEmpty()) {
            Term last = arguments.remove(arguments.size() - 1);
            if (last.items().isEmpty() || !last.isWhole()) {
                return Terms.unknown("the arguments of '" + call.name() + "' are not known");
            }
            arguments.addAll(last.items().get());
        }
        return Functions.call(call.name(), arguments, call.at());
    }

    @Override
    public Term visitConditional(Expression.Conditional conditional) {
        Optional<String> test = Texts.exact(evaluate(conditional.test()));
        if (test.isPresent()) {
            return evaluate(test.get().equals("true") ? conditional.yes() : conditional.no());
        }
        return Doubt.either(evaluate(conditional.yes()), evaluate(conditional.no()));
    }

    @Override
    public Term visitOperation(Expression.Operation operation) {
        return Operators.apply(
                operation.operator(), evaluate(operation.left()), evaluate(operation.right()), operation.at());
    }

    @Override
    public Term visitFor(Expression.For loop) {
        return Loops.of(this, loop);
    }

    @Override
    public Term visitOpaque(Expression.Opaque opaque) {
        return Terms.unknown(opaque.reason());
    }
}
