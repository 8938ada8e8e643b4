package io.github.lambdadb.frontend.config;

import java.util.List;

/** What one path of the class path holds: its documents, the weakest first, and whether all of it was understood. */
record ConfigFile(List<ConfigDocument> documents, boolean isUnderstood) {
    ConfigFile {
        documents = List.copyOf(documents);
    }

    static ConfigFile none() {
        return new ConfigFile(List.of(), true);
    }
}
