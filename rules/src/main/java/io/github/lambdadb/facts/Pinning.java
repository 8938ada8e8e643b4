package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;

/**
 * Something that makes an RDS Proxy bind a session of the database to one client until the client closes.
 *
 * @param what said in a clause: {@code connectionInitSql sends SET search_path}
 * @param isDocumented whether the current documentation of RDS Proxy lists it; what only older lists named is not certain
 */
public record Pinning(String what, boolean isDocumented, Certainty certainty, Evidence evidence) {}
