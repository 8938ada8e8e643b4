package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;

/** A connection that is open when the initialisation ends: how it came to be, and where. */
public record HeldConnection(String how, Certainty certainty, Evidence evidence) {}
