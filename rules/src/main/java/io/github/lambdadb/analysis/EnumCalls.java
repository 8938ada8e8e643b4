package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeDecl;
import java.util.List;
import java.util.Optional;

/** What the compiler adds to an enum of the sources: {@code values()} and {@code valueOf(name)}. */
final class EnumCalls {
    private final Interpreter interpreter;

    EnumCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Optional<Term> staticCall(String type, Expr.Call expr, List<Term> arguments) {
        return interpreter
                .machine()
                .types()
                .declaration(type)
                .filter(declared -> !declared.enumConstants().isEmpty())
                .flatMap(declared -> onEnum(declared, expr, arguments));
    }

    private Optional<Term> onEnum(TypeDecl declared, Expr.Call expr, List<Term> arguments) {
        if (expr.name().equals("values") && arguments.isEmpty()) {
            return Optional.of(
                    Containers.array(interpreter.machine(), constants(declared, Optional.empty()), expr.at()));
        }
        if (!expr.name().equals("valueOf") || arguments.size() != 1) {
            return Optional.empty();
        }
        List<Term> named = constants(declared, Texts.exact(arguments.get(0)));
        return Optional.of(named.isEmpty() ? Term.unknown("a constant that is not declared") : Join.of(named));
    }

    private List<Term> constants(TypeDecl declared, Optional<String> only) {
        return declared.enumConstants().stream()
                .filter(name -> only.isEmpty() || only.get().equals(name))
                .flatMap(name -> interpreter.places().staticField(declared.name(), name).stream())
                .toList();
    }
}
