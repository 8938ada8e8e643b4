package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The caches of Guava and Caffeine: maps that compute what they lack. */
final class CacheCalls {
    /** The type of the object that stands for a cache. */
    static final String CACHE = "a cache, a Map";

    private static final String LOADER = "#loader";
    private static final Set<String> BUILDERS =
            Set.of("com.google.common.cache.CacheBuilder", "com.github.benmanes.caffeine.cache.Caffeine");
    private static final Set<String> LOADERS =
            Set.of("com.google.common.cache.CacheLoader", "com.github.benmanes.caffeine.cache.CacheLoader");

    private final Machine machine;
    private final ContainerCalls maps;

    CacheCalls(Machine machine, ContainerCalls maps) {
        this.machine = machine;
        this.maps = maps;
    }

    /** {@code CacheLoader.from(Pools::open)} is the function itself. */
    static Optional<Term> loader(String type, String name, List<Term> arguments) {
        boolean is = LOADERS.contains(type) && name.equals("from") && arguments.size() == 1;
        return is ? Optional.of(arguments.get(0)) : Optional.empty();
    }

    /** The end of {@code CacheBuilder.newBuilder().maximumSize(20).build(loader)}. */
    Optional<Term> build(Term receiver, Expr.Call expr, List<Term> arguments) {
        boolean ends = receiver instanceof Term.Opaque builder
                && BUILDERS.contains(builder.type().name())
                && expr.name().equals("build");
        if (!ends) {
            return Optional.empty();
        }
        HeapObject cache = Containers.create(machine, CACHE, expr.at());
        if (!arguments.isEmpty()) {
            machine.write(cache, LOADER, arguments.get(0));
        }
        return Optional.of(new Term.Reference(cache));
    }

    Optional<Term> call(HeapObject cache, Expr.Call expr, List<Term> arguments) {
        Location at = expr.at();
        return switch (expr.name()) {
            case "get", "getUnchecked" -> Optional.of(loaded(cache, arguments, at));
            case "getIfPresent" -> Optional.of(Containers.get(machine, cache, arguments.get(0)));
            case "asMap" -> Optional.of(new Term.Reference(cache));
            default -> maps.call(cache, expr, arguments);
        };
    }

    private Term loaded(HeapObject cache, List<Term> arguments, Location at) {
        Term function = arguments.size() == 2 ? arguments.get(1) : machine.read(cache, LOADER);
        return function instanceof Term.Unset
                ? Containers.get(machine, cache, arguments.get(0))
                : maps.computeIfAbsent(cache, List.of(arguments.get(0), function), at);
    }
}
