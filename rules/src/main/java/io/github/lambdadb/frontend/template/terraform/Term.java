package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an expression is worth, as far as reading tells. */
interface Term {
    /** As a text, with holes where only a deployment knows. */
    Value<String> text();

    /** The addresses of the resources and modules that it was made from. */
    Set<String> sources();

    /** What it holds under that name; {@link Terms#nothing()} when it is known to hold nothing there. */
    Term member(String name);

    /** The items of a list or the values of a mapping, if they are known. */
    default Optional<List<Term>> items() {
        return Optional.empty();
    }

    /** The entries of a mapping, if they are known. */
    default Optional<Map<String, Term>> entries() {
        return Optional.empty();
    }

    /** Whether nothing else may be in it. */
    default boolean isWhole() {
        return true;
    }

    /** Whether it is {@code null} or not there. */
    default boolean isNothing() {
        return false;
    }

    /** The same, with that evidence in front. */
    default Term seenFrom(Evidence use) {
        return this;
    }

    /** The same, made from that resource or module too. */
    default Term madeFrom(String address) {
        return this;
    }

    /** How many terms it consists of. */
    default int size() {
        return 1;
    }
}
