package io.github.lambdadb.knowledge;

import io.github.lambdadb.source.Location;

/** A knowledge file that says something that nobody understands: one line with the file, the line and what is wrong. */
public final class KnowledgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KnowledgeException(Location location, String problem) {
        super(location + ": " + problem);
    }
}
