package io.github.lambdadb.value;

import io.github.lambdadb.source.Evidence;

/** A value that satisfied a test, how sure that is, and why it is believed. */
public record Match<T>(T value, Certainty certainty, Evidence evidence) {}
