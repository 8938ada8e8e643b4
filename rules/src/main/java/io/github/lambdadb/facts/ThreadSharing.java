package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;

/** One session is used by threads that run at the same time: which start of threads, and how surely. */
public record ThreadSharing(String how, Certainty certainty, Evidence evidence) {}
