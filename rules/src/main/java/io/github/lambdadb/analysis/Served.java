package io.github.lambdadb.analysis;

import java.util.List;
import java.util.function.Supplier;

/** What runs for a function: the objects that live as long as its environment, and what an invocation may call. */
record Served(List<Term> roots, List<Supplier<Term>> invocations) {
    Served {
        roots = List.copyOf(roots);
        invocations = List.copyOf(invocations);
    }
}
