package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;

/** One way of an invocation holds {@code depth} sessions of a source at once; the evidence is the last borrow. */
public record NestedBorrow(int depth, Certainty certainty, Evidence evidence) {}
