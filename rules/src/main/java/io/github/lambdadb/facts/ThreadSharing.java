package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;

/**
 * One session is used by threads that run at the same time.
 *
 * @param how the method that starts one of them
 * @param start where it is called
 * @param first what that thread does with the session
 * @param second what another one does with it meanwhile
 */
public record ThreadSharing(
        String how, Location start, DatabaseCall first, DatabaseCall second, Certainty certainty, Evidence evidence) {}
