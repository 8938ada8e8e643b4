package io.github.lambdadb.frontend.template.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An outermost module and all that it calls, read with one budget. */
final class Project {
    private static final int MOST_MODULES = 200;

    private final Modules modules;
    private final Budget budget = new Budget();
    private int instances;

    Project(Modules modules) {
        this.modules = modules;
    }

    Modules modules() {
        return modules;
    }

    Budget budget() {
        return budget;
    }

    /** Whether something was left out because there is too much. */
    boolean isExhausted() {
        return budget.isExhausted() || instances > MOST_MODULES;
    }

    /** Whether one more module may be read. */
    boolean takeInstance() {
        return ++instances <= MOST_MODULES;
    }

    /** Everything that the module declares, in its own files and in those that it calls. */
    List<Resource> resources(Module outermost) {
        Scope.Use use = new Scope.Use("", outermost.folder(), 0, outermost.given(), List.of());
        List<Resource> all = new ArrayList<>();
        collect(new Scope(this, outermost, use), all);
        return all;
    }

    private static void collect(Scope scope, List<Resource> all) {
        Map<String, Body.Block> resources = scope.declared().resources();
        resources.keySet().forEach(address -> all.addAll(scope.resources(address)));
        for (String name : scope.declared().modules().keySet()) {
            for (ModuleCall call : scope.calls(name)) {
                all.addAll(call.made());
                call.inside().forEach(inner -> collect(inner, all));
            }
        }
    }
}
