package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.CallModel;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Optional;

/** Code that asks the framework for a text of the configuration: {@code environment.getProperty("orders.pool", "5")}. */
final class PropertyCalls {
    private final Machine machine;
    private final OptionalCalls optionals;

    PropertyCalls(Interpreter interpreter) {
        this.machine = interpreter.machine();
        this.optionals = new OptionalCalls(interpreter);
    }

    Optional<Term> call(Term receiver, Expr.Call expr, List<Term> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        return machine.types()
                .typeOf(receiver)
                .flatMap(type -> framework(type, expr.name())
                        .flatMap(framework -> Texts.exact(arguments.get(0))
                                .map(key -> returned(type, expr, arguments, asked(framework, key, expr, arguments)))));
    }

    private Optional<String> framework(String type, String method) {
        return machine.catalog().containers().stream()
                .filter(container -> isAsked(container, type, method))
                .map(ContainerModel::framework)
                .findFirst();
    }

    private boolean isAsked(ContainerModel container, String type, String method) {
        return container.properties().entrySet().stream()
                .anyMatch(entry -> CallModel.names(entry.getValue(), method)
                        && machine.types().isSubtype(type, entry.getKey()));
    }

    private Term asked(String framework, String key, Expr.Call expr, List<Term> arguments) {
        Configuration configuration = machine.configuration(framework);
        Optional<Value<String>> set = configuration.get(key);
        if (set.isPresent()) {
            return GivenTexts.term(set.get(), key).because(expr.at(), "reads the key " + key);
        }
        Term otherwise = otherwise(arguments);
        return configuration.isComplete() ? otherwise : Join.of(reference(key, expr), otherwise);
    }

    private static Term reference(String key, Expr.Call expr) {
        return new Term.Text(
                List.of(new Term.Part(PartKind.REFERENCE, key)), Evidence.of(expr.at(), "reads the key " + key));
    }

    /** The last argument, unless it is the class of what is returned. */
    private static Term otherwise(List<Term> arguments) {
        Term last = arguments.get(arguments.size() - 1);
        boolean isClass = last instanceof Term.Constant constant && constant.value() instanceof Expressions.ClassName;
        return arguments.size() == 1 || isClass ? Plain.NULL : last;
    }

    private Term returned(String type, Expr.Call expr, List<Term> arguments, Term value) {
        boolean isOptional = machine.types()
                .returnType(type, expr.name(), arguments.size())
                .map(TypeName::name)
                .filter(OptionalCalls.TYPE::equals)
                .isPresent();
        return isOptional ? optionals.holding(value, expr.at()) : value;
    }
}
