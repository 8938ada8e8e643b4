package io.github.lambdadb.analysis;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.XmlDocument;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.CallModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Calls that get a configuration file, and return an object that works on the source which the file declares. */
final class DeclaredSources {
    private final Interpreter interpreter;
    private final Machine machine;
    private final Connections connections;

    DeclaredSources(Interpreter interpreter, Connections connections) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.connections = connections;
    }

    /** Empty if the call gets no such file, or one that cannot be read. */
    Optional<Term> call(Term receiver, Expr.Call expr, List<Term> arguments) {
        Optional<String> type = machine.types().typeOf(receiver);
        boolean declares = type.stream()
                .flatMap(name -> machine.types().calls(name).stream())
                .anyMatch(model -> CallModel.names(model.declares(), expr.name()));
        if (!declares) {
            return Optional.empty();
        }
        String made = machine.types()
                .returnType(type.get(), expr.name(), arguments.size())
                .map(TypeName::name)
                .orElse("?");
        return arguments.stream()
                .flatMap(argument -> new LoadedProperties(machine).resource(argument).stream())
                .findFirst()
                .flatMap(file -> source(file, arguments))
                .map(source -> connections.handle(made, type.get(), List.of(source), expr.at()));
    }

    private Optional<Term> source(Program.Resource file, List<Term> arguments) {
        try {
            Optional<String> environment = arguments.stream()
                    .flatMap(argument -> Texts.exact(argument).stream())
                    .findFirst();
            return new MybatisFile(interpreter, XmlDocument.parse(file.file(), file.text()), given(arguments))
                    .source(environment);
        } catch (DocumentException unreadable) {
            machine.gap(Gap.Kind.UNREADABLE_FILE, unreadable.location(), "The file cannot be read: " + unreadable);
            return Optional.empty();
        }
    }

    private Map<String, Term> given(List<Term> arguments) {
        Map<String, Term> given = new TreeMap<>();
        for (Term argument : arguments) {
            if (argument instanceof Term.Reference reference
                    && reference.object().shape() instanceof HeapObject.Shape.Container) {
                given.putAll(Containers.entries(machine, reference.object()));
            }
        }
        return given;
    }
}
