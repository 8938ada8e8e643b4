package io.github.lambdadb.frontend.java;

import java.nio.file.Path;

/**
 * One Java file: where it is, how it is reported, its package and which of the sought
 * tokens its bytes hold, and whether they may hold suppression marks.
 */
record SourceFile(String name, Path path, boolean isOwn, String packageName, long tokens, boolean isMarked) {
    /** The qualified name that a top-level type has when it is named like the file. */
    String primaryType() {
        String file = path.getFileName().toString();
        String simple = file.substring(0, file.length() - ".java".length());
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }
}
