package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;

/** A call that needs a live session: where it is, the member it stands in, what is called, how the handler gets there. */
public record DatabaseCall(Location location, Subject subject, String call, Evidence path) {}
