package io.github.lambdadb.knowledge;

import java.util.List;

/** What gives tracing away: artifacts {@code group:artifact}, and parts of the names of layers. */
public record TracerModel(List<String> artifacts, List<String> layers) {
    public TracerModel {
        artifacts = List.copyOf(artifacts);
        layers = List.copyOf(layers);
    }
}
