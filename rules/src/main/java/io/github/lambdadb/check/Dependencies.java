package io.github.lambdadb.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The libraries of a module: jars and class folders, versions by {@code group:artifact}, and what could not be had. */
public record Dependencies(List<Path> classPath, Map<String, String> versions, List<Missing> missing) {
    /** A library that could not be had, the file that asks for it, and why. */
    public record Missing(Path declaredIn, String artifact, String reason) {}

    public Dependencies {
        classPath = List.copyOf(classPath);
        versions = Map.copyOf(versions);
        missing = List.copyOf(missing);
    }

    public static Dependencies none() {
        return new Dependencies(List.of(), Map.of(), List.of());
    }
}
