package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Body.Argument;
import io.github.lambdadb.frontend.template.terraform.Body.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a body says under a name, be it an argument, blocks or blocks that are made of something else. */
final class Blocks {
    private Blocks() {}

    static Term said(Body body, String name, Evaluator evaluator, String what) {
        Optional<Argument> argument = body.argument(name);
        if (argument.isPresent()) {
            return evaluator.evaluate(argument.get().value(), what);
        }
        List<Term> all = new ArrayList<>();
        boolean isWhole = true;
        for (Block block : body.blocks()) {
            if (block.is(name, 0)) {
                all.add(mapping(block.body(), evaluator));
            } else if (block.is("dynamic", 1) && block.labels().get(0).equals(name)) {
                isWhole &= addDynamic(block, evaluator, all);
            }
        }
        return all.isEmpty() && isWhole ? Terms.nothing() : Terms.tuple(all, isWhole);
    }

    /** A block as a mapping of what it says. */
    private static Term mapping(Body body, Evaluator evaluator) {
        Set<String> names = new LinkedHashSet<>();
        body.arguments().forEach(argument -> names.add(argument.name()));
        body.blocks()
                .forEach(block ->
                        names.add(block.is("dynamic", 1) ? block.labels().get(0) : block.type()));
        Map<String, Term> all = new LinkedHashMap<>();
        for (String name : names) {
            all.put(name, evaluator.within(() -> said(body, name, evaluator, "'" + name + "' is set")));
        }
        return Terms.mapping(all, true);
    }

    /** Adds a block for each item; whether all of them are known. */
    private static boolean addDynamic(Block block, Evaluator evaluator, List<Term> all) {
        String iterator = block.body()
                .argument("iterator")
                .map(argument -> argument.value() instanceof Expression.Name name ? name.name() : "")
                .orElse(block.labels().get(0));
        Optional<Block> content = block.body().blocks("content").stream().findFirst();
        Term over = block.body()
                .argument("for_each")
                .map(argument -> evaluator.evaluate(argument.value()))
                .orElse(Terms.nothing());
        if (content.isEmpty()) {
            return false;
        }
        if (over.items().isEmpty() || !over.isWhole()) {
            all.add(Doubt.perhaps(mapping(content.get().body(), evaluator)));
            return over.isNothing();
        }
        List<String> keys = over.entries().map(map -> List.copyOf(map.keySet())).orElse(List.of());
        List<Term> items = over.items().get();
        for (int i = 0; i < items.size(); i++) {
            String key = keys.isEmpty() ? String.valueOf(i) : keys.get(i);
            Term pair = Terms.mapping(
                    Map.of("key", Terms.known(key, block.at(), "the key of an entry"), "value", items.get(i)), true);
            all.add(mapping(content.get().body(), evaluator.with(iterator, pair)));
        }
        return true;
    }
}
