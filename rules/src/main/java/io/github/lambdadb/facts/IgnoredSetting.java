package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;

/**
 * A setting that somebody set and that the library does not take as it is.
 *
 * @param key the library's own key ({@code idleTimeout})
 * @param set the value that was set, for people ("5 s")
 * @param inForce the value in force instead, for people; empty unless the setting is replaced
 * @param reason why, a clause with the values that decide
 * @param evidence where the values come from; the last step is the line that sets it
 */
public record IgnoredSetting(
        String key, String set, Fate fate, String inForce, String reason, Certainty certainty, Evidence evidence) {
    /** What becomes of it. */
    public enum Fate {
        /** Another value is in force. */
        REPLACED,
        /** Nothing asks for it. */
        NO_EFFECT,
        /** The library throws an exception. */
        REFUSED
    }
}
