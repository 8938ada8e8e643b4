package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Expression.Literal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The modules that others call; those that only call each other are none, because then nobody would be read. */
final class Callees {
    private final Modules modules;
    private final Set<Path> called = new HashSet<>();

    Callees(Modules modules, List<Module> all) {
        this.modules = modules;
        for (Module root : all) {
            root.modules()
                    .values()
                    .forEach(block -> source(block)
                            .flatMap(path -> target(root, path))
                            .ifPresent(callee -> {
                                boolean isCalledBack = reaches(callee, root, new HashSet<>());
                                if (!isCalledBack) {
                                    called.add(folder(callee));
                                }
                            }));
        }
    }

    boolean contains(Module module) {
        return called.contains(folder(module));
    }

    private boolean reaches(Module from, Module sought, Set<Path> seen) {
        if (folder(from).equals(folder(sought))) {
            return true;
        }
        if (!seen.add(folder(from)) || seen.size() > 1000) {
            return false;
        }
        return from.modules().values().stream()
                .flatMap(block -> source(block).stream())
                .flatMap(path -> target(from, path).stream())
                .anyMatch(next -> reaches(next, sought, seen));
    }

    private Optional<Module> target(Module caller, String path) {
        return modules.beside(caller.file(), path);
    }

    private static Optional<String> source(Body.Block block) {
        return block.body()
                .argument("source")
                .flatMap(argument ->
                        argument.value() instanceof Literal literal ? Optional.of(literal.text()) : Optional.empty())
                .filter(ModuleCall::isLocal);
    }

    private static Path folder(Module module) {
        Path parent = module.file().getParent();
        return parent == null ? Path.of("") : parent;
    }
}
