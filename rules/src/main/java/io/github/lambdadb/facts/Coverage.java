package io.github.lambdadb.facts;

/** How much was looked at: files whose bytes were read, files parsed, files lowered, calls followed and not followed. */
public record Coverage(int filesRead, int filesParsed, int filesLowered, int callsFollowed, int callsNotFollowed) {
    public Coverage plus(Coverage other) {
        return new Coverage(
                filesRead + other.filesRead,
                filesParsed + other.filesParsed,
                filesLowered + other.filesLowered,
                callsFollowed + other.callsFollowed,
                callsNotFollowed + other.callsNotFollowed);
    }
}
