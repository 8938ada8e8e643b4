package io.github.lambdadb.frontend.java;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Where the Java program under analysis is.
 *
 * @param root all reported paths are relative to it
 * @param ownRoots source roots of the analysed module
 * @param siblingRoots source roots of the modules of the same build that it depends on
 * @param resourceRoots folders whose files end up on the class path
 * @param classPath jars and class folders
 * @param versions {@code group:artifact} to the resolved version
 * @param included tells by the root-relative path whether a source file is looked at
 */
public record JavaInputs(
        Path root,
        List<Path> ownRoots,
        List<Path> siblingRoots,
        List<Path> resourceRoots,
        List<Path> classPath,
        Map<String, String> versions,
        Predicate<String> included) {
    public JavaInputs {
        root = root.toAbsolutePath().normalize();
        ownRoots = absolute(ownRoots);
        siblingRoots = absolute(siblingRoots);
        resourceRoots = absolute(resourceRoots);
        classPath = absolute(classPath);
        versions = Map.copyOf(versions);
    }

    /** The path as it is reported: relative to the root, with forward slashes. */
    String reported(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (absolute.equals(root)) {
            return ".";
        }
        Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    private static List<Path> absolute(List<Path> paths) {
        return paths.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .distinct()
                .toList();
    }
}
