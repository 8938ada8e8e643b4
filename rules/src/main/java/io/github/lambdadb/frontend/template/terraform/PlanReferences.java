package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.document.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which other resources a plan's configuration names in the arguments of a resource, followed through modules. */
final class PlanReferences {
    private static final int LONGEST_WAY = 6;
    private static final int MOST = 40;
    private static final int MOST_NAMES = 200;
    private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*+]");

    private final Optional<Node.Mapping> configuration;
    private final Map<String, List<String>> addresses = new HashMap<>();

    PlanReferences(Node.Mapping plan, Set<String> planned) {
        configuration = plan.mapping("configuration").flatMap(whole -> whole.mapping("root_module"));
        planned.forEach(address -> addresses
                .computeIfAbsent(bare(address), key -> new ArrayList<>())
                .add(address));
    }

    /** The key of the instance at the end of an address, empty when it has none. */
    static String lastIndex(String address) {
        int start = address.endsWith("]") ? address.lastIndexOf('[') : -1;
        return start < 0 ? "" : address.substring(start);
    }

    private static String bare(String address) {
        return INDEX.matcher(address).replaceAll("");
    }

    /** The addresses of the planned resources that an argument is made of. */
    Set<String> sources(String address, List<String> path) {
        Set<String> all = new TreeSet<>();
        for (String name : names(address, path)) {
            String bare = bare(name);
            addresses.forEach((key, planned) -> {
                boolean isMeant = bare.equals(key) || bare.startsWith(key + ".");
                if (isMeant && all.size() < MOST) {
                    all.addAll(planned);
                }
            });
        }
        return all;
    }

    /** The full names of attributes of resources that an argument is made of, or of variables that nothing is passed to. */
    List<String> names(String address, List<String> path) {
        String bare = bare(address);
        List<String> modules = new ArrayList<>();
        String rest = bare;
        while (rest.startsWith("module.")) {
            String[] parts = rest.split("\\.", 3);
            if (parts.length < 3) {
                return List.of();
            }
            modules.add(parts[1]);
            rest = parts[2];
        }
        String local = rest;
        Optional<Node.Mapping> expressions = module(modules)
                .flatMap(module -> PlanReader.mappings(module.get("resources")).stream()
                        .filter(resource -> PlanReader.text(resource, "address").equals(local))
                        .findFirst())
                .flatMap(resource -> resource.mapping("expressions"));
        Set<String> all = new LinkedHashSet<>();
        expressions.ifPresent(found -> expression(found, path).ifPresent(node -> follow(node, modules, all, 0)));
        return List.copyOf(all);
    }

    private Optional<Node.Mapping> module(List<String> modules) {
        Optional<Node.Mapping> module = configuration;
        for (String name : modules) {
            module = module.flatMap(outer -> outer.mapping("module_calls"))
                    .flatMap(calls -> calls.mapping(name))
                    .flatMap(call -> call.mapping("module"));
        }
        return module;
    }

    /** Goes down the path as far as the configuration has expressions of its own; blocks are lists there. */
    private static Optional<Node.Mapping> expression(Node.Mapping expressions, List<String> path) {
        Node.Mapping at = expressions;
        for (String name : path) {
            Optional<Node> next = at.get(name);
            Optional<Node.Mapping> inner = next.flatMap(Node::asMapping)
                    .or(() -> PlanReader.mappings(next).stream().findFirst());
            if (inner.isEmpty()) {
                return at.get("references").isPresent() ? Optional.of(at) : Optional.empty();
            }
            at = inner.get();
        }
        return Optional.of(at);
    }

    private void follow(Node.Mapping expression, List<String> modules, Set<String> all, int way) {
        List<String> names =
                expression
                        .get("references")
                        .flatMap(Node::asSequence)
                        .map(Node.Sequence::items)
                        .orElse(List.of())
                        .stream()
                        .flatMap(item -> item.asScalar().map(Node.Scalar::text).stream())
                        .limit(MOST_NAMES)
                        .toList();
        for (String name : names) {
            boolean isPartOfOther =
                    names.stream().anyMatch(other -> other.startsWith(name + ".") || other.startsWith(name + "["));
            if (all.size() < MOST && way < LONGEST_WAY && !isPartOfOther) {
                String[] parts = bare(name).split("\\.", 4);
                if (parts[0].equals("var") && parts.length > 1 && !modules.isEmpty()) {
                    passed(parts[1], modules, all, way);
                } else if (parts[0].equals("module") && parts.length > 2) {
                    handedOut(parts[1], parts[2], modules, all, way);
                } else {
                    all.add(prefix(modules) + name);
                }
            }
        }
    }

    private void passed(String variable, List<String> modules, Set<String> all, int way) {
        List<String> outer = modules.subList(0, modules.size() - 1);
        module(outer)
                .flatMap(module -> module.mapping("module_calls"))
                .flatMap(calls -> calls.mapping(modules.get(modules.size() - 1)))
                .flatMap(call -> call.mapping("expressions"))
                .flatMap(expressions -> expressions.mapping(variable))
                .ifPresent(expression -> follow(expression, outer, all, way + 1));
    }

    private void handedOut(String name, String output, List<String> modules, Set<String> all, int way) {
        List<String> inner = new ArrayList<>(modules);
        inner.add(name);
        module(inner)
                .flatMap(module -> module.mapping("outputs"))
                .flatMap(outputs -> outputs.mapping(output))
                .flatMap(said -> said.mapping("expression"))
                .ifPresent(expression -> follow(expression, inner, all, way + 1));
    }

    private static String prefix(List<String> modules) {
        StringBuilder prefix = new StringBuilder();
        modules.forEach(name -> prefix.append("module.").append(name).append('.'));
        return prefix.toString();
    }
}
