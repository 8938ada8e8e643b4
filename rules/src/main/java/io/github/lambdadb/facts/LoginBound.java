package io.github.lambdadb.facts;

import java.util.List;

/**
 * What ends the opening of a session when a server takes the connection and then does not answer.
 *
 * @param by the settings that end it, when it ends
 * @param reads the settings that would end it, as the driver spells them: {@code loginTimeout}
 * @param driver the driver as people call it, empty when not known
 */
public record LoginBound(State state, List<Setting> by, List<String> reads, String driver) {
    /** Whether it ends. */
    public enum State {
        BOUNDED,
        UNBOUNDED,
        /** With some of the URLs or settings it ends, with others not. */
        SOMETIMES,
        /** What decides was not seen. */
        NOT_SEEN
    }

    public LoginBound {
        by = List.copyOf(by);
        reads = List.copyOf(reads);
    }

    public static LoginBound notSeen() {
        return new LoginBound(State.NOT_SEEN, List.of(), List.of(), "");
    }
}
