package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import java.util.List;
import java.util.Optional;

/** Drivers' properties that are written as constants of an enum, such as pgjdbc's {@code PGProperty.APPLICATION_NAME}. */
final class PropertyEnums {
    private final Machine machine;

    PropertyEnums(Machine machine) {
        this.machine = machine;
    }

    /** The key of the property that the term stands for. */
    Optional<String> key(Term term) {
        return term instanceof Term.Constant constant && constant.value() instanceof EnumConstant named
                ? machine.catalog().driverProperty(named.type(), named.name())
                : Optional.empty();
    }

    /** {@code getName()} of one, and {@code set(properties, value)}. */
    Optional<Term> call(Term receiver, Expr.Call expr, List<Term> arguments) {
        Optional<String> key = key(receiver);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Term name = Term.constant(key.get(), expr.at(), Term.WRITTEN);
        if (expr.name().equals("getName") && arguments.isEmpty()) {
            return Optional.of(name);
        }
        if (!expr.name().equals("set") || arguments.size() != 2) {
            return Optional.empty();
        }
        for (Term option : arguments.get(0).options()) {
            if (option instanceof Term.Reference reference
                    && reference.object().shape() instanceof HeapObject.Shape.Container) {
                Containers.put(
                        machine, reference.object(), name, arguments.get(1).because(expr.at(), "set"));
            }
        }
        return Optional.of(Plain.NULL);
    }
}
