package io.github.lambdadb.frontend.template.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All resources of an outermost module, and who of them is meant by a term. */
final class Inventory {
    private static final int LONGEST_WAY = 4;

    private final List<Resource> all;
    private final Map<String, Resource> byAddress = new LinkedHashMap<>();

    Inventory(List<Resource> all) {
        this.all = List.copyOf(all);
        all.forEach(resource -> byAddress.putIfAbsent(resource.address(), resource));
    }

    List<Resource> ofType(String... types) {
        Set<String> wanted = Set.of(types);
        return all.stream().filter(resource -> wanted.contains(resource.type())).toList();
    }

    List<Resource> all() {
        return all;
    }

    /** The resources of these types that the term was made from. */
    List<Resource> meant(Term term, String... types) {
        Set<String> wanted = Set.of(types);
        return sources(term).stream()
                .filter(resource -> wanted.contains(resource.type()))
                .toList();
    }

    /** The resources that the term was made from. */
    List<Resource> sources(Term term) {
        return term.sources().stream()
                .flatMap(address -> Optional.ofNullable(byAddress.get(address)).stream())
                .toList();
    }

    /** The functions that the term names, be it by an alias or by their names. */
    List<Resource> functions(Term term) {
        Set<Resource> found = new LinkedHashSet<>();
        List<Term> next = List.of(term);
        for (int i = 0; i < LONGEST_WAY && !next.isEmpty(); i++) {
            List<Term> further = new ArrayList<>();
            for (Term name : next) {
                found.addAll(meant(name, FunctionReader.FUNCTION, RegistryModules.LAMBDA));
                meant(name, "aws_lambda_alias").forEach(alias -> further.add(alias.argument("function_name")));
            }
            next = further;
        }
        return found.isEmpty() ? named(term) : List.copyOf(found);
    }

    private List<Resource> named(Term term) {
        Optional<String> name = Texts.exact(term);
        return name.isEmpty()
                ? List.of()
                : ofType(FunctionReader.FUNCTION, RegistryModules.LAMBDA).stream()
                        .filter(function ->
                                Texts.exact(function.argument("function_name")).equals(name))
                        .toList();
    }
}
