package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;

/** Something that traces database calls of the module's functions: what it is, and what speaks for it. */
public record Tracer(String name, Evidence evidence) {}
