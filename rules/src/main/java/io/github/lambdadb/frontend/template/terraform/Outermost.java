package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Expression.Literal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules from which reading begins: those that no other calls, and of those that only call each other the first. */
final class Outermost {
    private final Modules modules;
    private final Map<Path, Set<Path>> callees = new HashMap<>();

    private Outermost(Modules modules) {
        this.modules = modules;
    }

    static List<Module> of(Modules modules, List<Module> all) {
        Outermost outermost = new Outermost(modules);
        Set<Path> called = new HashSet<>();
        for (Module module : all) {
            Set<Path> named = outermost.named(module);
            outermost.callees.put(folder(module), named);
            called.addAll(named);
        }
        Set<Path> reached = new HashSet<>();
        List<Module> found = new ArrayList<>();
        for (boolean isCalled : new boolean[] {false, true}) {
            for (Module module : all) {
                if (called.contains(folder(module)) == isCalled && !reached.contains(folder(module))) {
                    found.add(module);
                    outermost.reach(folder(module), reached);
                }
            }
        }
        return found;
    }

    private void reach(Path start, Set<Path> reached) {
        Deque<Path> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            Path folder = next.pop();
            if (reached.add(folder)) {
                next.addAll(callees.getOrDefault(folder, Set.of()));
            }
        }
    }

    /** The other folders that a module calls. */
    private Set<Path> named(Module module) {
        Set<Path> named = new HashSet<>();
        module.modules().values().stream()
                .flatMap(block -> source(block).stream())
                .distinct()
                .forEach(path -> modules.beside(module.file(), path)
                        .map(Outermost::folder)
                        .filter(folder -> !folder.equals(folder(module)))
                        .ifPresent(named::add));
        return named;
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
