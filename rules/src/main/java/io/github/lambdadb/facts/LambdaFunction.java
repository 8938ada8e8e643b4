package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;

/** A function: a printable name, the handler as AWS spells it ({@code package.Class::method}), where it is declared. */
public record LambdaFunction(String name, String handler, Location location) {}
