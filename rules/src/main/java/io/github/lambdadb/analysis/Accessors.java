package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.ContainerModel.Accessor;
import io.github.lambdadb.source.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects that a container makes by itself and that work on its data source: templates, entity managers, repositories. */
final class Accessors {
    private final Interpreter interpreter;
    private final Machine machine;
    private final List<Accessor> models;
    private final Map<String, Term> made = new HashMap<>();

    Accessors(Interpreter interpreter, List<Accessor> models) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.models = models;
    }

    /** The type by which the calls of an object of the type are understood; empty if the container makes none of it. */
    Optional<String> typeOf(TypeName type) {
        if (type.dimensions() > 0) {
            return Optional.empty();
        }
        return models.stream()
                .filter(model -> model.unless().stream().noneMatch(machine::uses))
                .flatMap(model -> typeOf(type.name(), model).stream())
                .findFirst();
    }

    private Optional<String> typeOf(String type, Accessor model) {
        if (model.types().stream().anyMatch(known -> machine.types().isSubtype(type, known))) {
            return Optional.of(type);
        }
        return machine.types()
                .declaration(type)
                .filter(declared -> declared.isInterface() || declared.isAbstract())
                .flatMap(declared -> annotation(declared, model.annotations()));
    }

    private static Optional<String> annotation(TypeDecl declared, List<String> known) {
        return declared.annotations().stream()
                .map(annotation -> annotation.type().name())
                .filter(known::contains)
                .findFirst();
    }

    /** The object of the type that works on the source, each once. */
    Term of(String type, Term source) {
        return made.computeIfAbsent(
                type, known -> interpreter.library().connections().handle(known, known, List.of(source), site(source)));
    }

    private Location site(Term source) {
        return source.options().stream()
                .filter(Term.Reference.class::isInstance)
                .map(option -> ((Term.Reference) option).object().site())
                .findFirst()
                .orElseGet(() -> machine.frame().owner().at());
    }
}
