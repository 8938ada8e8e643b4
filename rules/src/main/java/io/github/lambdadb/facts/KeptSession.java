package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;

/**
 * A session that the source lent, and that is kept from one invocation to the next by something other than a bare connection: an
 * {@code EntityManager}, a {@code Session} of Hibernate.
 *
 * @param noun the simple name of its type
 */
public record KeptSession(String noun, Location location, Evidence evidence) {}
