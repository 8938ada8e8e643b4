package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;

/**
 * A token or secret that a source was given as its password once.
 *
 * @param method what made or read it
 * @param producer where
 * @param isEarlier whether that was before the initialisation or invocation that made the source
 * @param evidence from the entry point to the producer, then to the source
 */
public record GivenCredential(
        Kind kind, String method, Location producer, boolean isEarlier, Certainty certainty, Evidence evidence) {
    /** What sort of credential. */
    public enum Kind {
        /** It opens sessions for a quarter of an hour. */
        TOKEN,
        /** It is kept elsewhere, and may be changed there. */
        SECRET;

        /** As a step of evidence. */
        public String made() {
            return this == TOKEN ? "makes a token" : "reads a secret";
        }
    }
}
