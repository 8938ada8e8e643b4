package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.ShutdownHook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What would close kept sources when the process ends. */
final class ShutdownHooks {
    private ShutdownHooks() {}

    /** Of one function. */
    static List<ShutdownHook> of(Run run, Map<HeapObject, ConnectionSource> sources) {
        List<ShutdownHook> hooks = new ArrayList<>();
        ShutdownHook.Ending ending = Endings.of(run.function(), run.machine().catalog());
        sources.forEach((object, source) -> {
            if (source.lifetime() == Lifetime.ENVIRONMENT && source.hasServerSessions()) {
                run.reading(object, () -> run.hooks().closing(object))
                        .ifPresent(closing -> hooks.add(new ShutdownHook(
                                closing.name(),
                                closing.at(),
                                source.subject(),
                                "its " + source.thing(),
                                List.of(run.function()),
                                ending,
                                source.path().then(closing.evidence()))));
            }
        });
        return hooks;
    }

    /** One fact for each place and way in which environments end. */
    static List<ShutdownHook> merge(List<ShutdownHook> hooks) {
        return SamePlace.merge(
                hooks,
                hook -> List.of(hook.location(), hook.ending()),
                Comparator.comparing(ShutdownHook::location).thenComparing(ShutdownHook::ending));
    }
}
