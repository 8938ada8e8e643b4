package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What resources of CRaC do before a snapshot is taken and after it was restored. */
final class Snapshots {
    /** Registered at a {@code Context}, which holds it weakly (CRaC 1.5.0, Javadoc of Context). */
    private static final Set<String> RESOURCES = Set.of("org.crac.Resource", "jdk.crac.Resource");

    private final Interpreter interpreter;
    private final Machine machine;

    Snapshots(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** {@code Core.getGlobalContext().register(resource)}. */
    Optional<Term> call(Expr.Call expr, List<Term> arguments) {
        boolean registers = expr.name().equals("register")
                && arguments.size() == 1
                && arguments.get(0).options().stream().anyMatch(this::isResource);
        if (registers) {
            machine.recorder().toldOfSnapshots(arguments.get(0), expr.at());
        }
        return registers ? Optional.of(Plain.NULL) : Optional.empty();
    }

    private boolean isResource(Term term) {
        return machine.types().typeOf(term).stream()
                .flatMap(type -> machine.types().hierarchy(type).stream())
                .anyMatch(RESOURCES::contains);
    }

    /** Whether a resource ends the sessions of the object before the snapshot of this state, or replaces it after. */
    boolean release(HeapObject object, Store state) {
        Store before = machine.store();
        machine.store(state.continued());
        machine.recorder().quietly(() -> machine.surely(this::runAll));
        boolean released = machine.openings().isClosed(object)
                || machine.openings()
                        .idle(object)
                        .filter(machine.openings()::isClosed)
                        .isPresent()
                || machine.store().all().values().stream()
                        .flatMap(term -> term.options().stream())
                        .noneMatch(option -> option instanceof Term.Reference reference
                                && reference.object().equals(object));
        machine.store(before);
        return released;
    }

    private void runAll() {
        for (String phase : List.of("beforeCheckpoint", "afterRestore")) {
            machine.recorder()
                    .toldOfSnapshots()
                    .forEach((at, resource) -> resource.options().forEach(option -> run(option, phase, at)));
        }
    }

    private void run(Term resource, String phase, Location at) {
        if (resource instanceof Term.Reference reference) {
            reference.object().declaration().stream()
                    .flatMap(declared -> declared.methods(phase).stream())
                    .filter(Method::hasBody)
                    .forEach(method -> interpreter
                            .activations()
                            .invoke(
                                    method,
                                    resource,
                                    List.of(new Term.Opaque(
                                            TypeName.unresolved("Context"), "the context of a snapshot")),
                                    at));
        }
    }
}
