package io.github.lambdadb.frontend.template.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An outermost module and all that it calls, read with one budget. */
final class Project {
    /** What refers to each other is looked for in pairs. */
    static final int MOST_RESOURCES = 5000;

    private static final int MOST_MODULES = 200;

    private final Modules modules;
    private final Budget budget;
    private int instances;
    private boolean isCut;

    Project(Modules modules, Budget budget) {
        this.modules = modules;
        this.budget = budget;
        budget.begin();
    }

    Modules modules() {
        return modules;
    }

    Budget budget() {
        return budget;
    }

    /** Whether something was left out because there is too much. */
    boolean isExhausted() {
        return isCut || budget.isExhausted() || instances > MOST_MODULES;
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
        isCut = all.size() > MOST_RESOURCES;
        return isCut ? all.subList(0, MOST_RESOURCES) : all;
    }

    private static void collect(Scope scope, List<Resource> all) {
        Map<String, Body.Block> resources = scope.declared().resources();
        for (String address : resources.keySet()) {
            if (all.size() > MOST_RESOURCES) {
                return;
            }
            all.addAll(scope.resources(address));
        }
        for (String name : scope.declared().modules().keySet()) {
            for (ModuleCall call : scope.calls(name)) {
                all.addAll(call.made());
                call.inside().forEach(inner -> collect(inner, all));
            }
        }
    }
}
