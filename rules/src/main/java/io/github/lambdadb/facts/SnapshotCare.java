package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;

/**
 * What a framework does around a snapshot with the sessions of a data source that it made, when that is not enough.
 *
 * @param lack said in a clause: {@code nothing sets spring.datasource.hikari.allow-pool-suspension}
 * @param certainty possible when it is not known that the framework opens a session when it starts
 * @param evidence where a setting decides; none for what is missing
 */
public record SnapshotCare(String lack, Certainty certainty, Evidence evidence) {}
