package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;

/** A secret of Secrets Manager that a template has rotated: the name in the template, and where the rotation stands. */
public record RotatedSecret(String id, Location location) {}
