package io.github.lambdadb.knowledge;

import java.util.List;
import java.util.Map;

/**
 * A data source that a framework makes of its configuration.
 *
 * @param prefix the keys that belong to it ({@code spring.datasource})
 * @param names how further ones are named below the prefix
 * @param needs keys relative to the prefix of which one has to be set, or there is no data source; none: any key will do
 * @param root annotations of which the class that the container starts with must carry one; none: always
 * @param replacedBy a type: an object of it that the project makes itself takes the place; empty: nothing does
 * @param chooser the key relative to the prefix that names the type of the pool, or empty
 * @param pools the pools that it may be, the preferred first: the first one that is on the class path is
 */
public record ManagedSource(
        String prefix,
        Names names,
        List<String> needs,
        List<String> root,
        String replacedBy,
        String chooser,
        List<Pool> pools) {
    /** How several data sources of one prefix are told apart. */
    public enum Names {
        /** There is one. */
        NONE,
        /** Each has a name below the prefix. */
        ALWAYS,
        /** One has none, the others have one. */
        FURTHER
    }

    /**
     * One pool.
     *
     * @param product the id of the product
     * @param type the type that is made
     * @param below where its own keys stand, relative to the prefix; empty: at the prefix itself
     * @param keys keys relative to the prefix or the name, by the product's own key: those that are spelt in another way, and
     *     those that the framework hands over ({@code url})
     * @param driver where properties for the driver stand, relative to {@code below}, or empty
     * @param sets what the framework sets unless the configuration does, by the product's own key
     * @param broughtBy artifacts {@code group:artifact} that depend on it, for builds whose dependencies cannot be resolved
     * @param onlyBy artifacts without which it is not made even if its type is there; none: its type is enough
     */
    public record Pool(
            String product,
            String type,
            String below,
            Map<String, String> keys,
            String driver,
            Map<String, String> sets,
            List<String> broughtBy,
            List<String> onlyBy) {
        public Pool {
            broughtBy = List.copyOf(broughtBy);
            onlyBy = List.copyOf(onlyBy);
            keys = Map.copyOf(keys);
            sets = Map.copyOf(sets);
        }
    }

    public ManagedSource {
        needs = List.copyOf(needs);
        root = List.copyOf(root);
        pools = List.copyOf(pools);
    }
}
