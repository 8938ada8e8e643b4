package io.github.lambdadb.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One module to check.
 *
 * @param root the folder that all reported paths are relative to
 * @param module the module's folder, in or below the root
 * @param ownRoots the source roots of the module
 * @param siblingRoots the source roots of modules that it uses
 * @param resourceRoots where its class path resources lie
 * @param templates the templates that are read; none: those that are found around the module
 * @param declared the artifacts {@code group:artifact} that the build names; no file is read for them
 * @param dependencies asked only when the sources may hold a function, since finding jars is slow
 * @param included whether a file, by its path relative to the root, is to be analysed
 * @param isUsedByOthers whether other modules analyse these sources too, so that this one alone does not show what its
 *     suppressions silence
 * @param policy what the user wants to be held to
 */
public record CheckRequest(
        Path root,
        Path module,
        List<Path> ownRoots,
        List<Path> siblingRoots,
        List<Path> resourceRoots,
        List<Path> templates,
        Set<String> declared,
        Supplier<Dependencies> dependencies,
        Predicate<String> included,
        boolean isUsedByOthers,
        Policy policy) {
    public CheckRequest {
        ownRoots = List.copyOf(ownRoots);
        siblingRoots = List.copyOf(siblingRoots);
        resourceRoots = List.copyOf(resourceRoots);
        templates = List.copyOf(templates);
        declared = Set.copyOf(declared);
    }

    /** Where Java and its resources lie, of the module and of those that it uses. */
    public List<Path> codeRoots() {
        return Stream.of(ownRoots, siblingRoots, resourceRoots)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** The same module in another copy of the root, of the same layout; what lies outside the root stays out. */
    public CheckRequest movedTo(Path otherRoot) {
        return new CheckRequest(
                otherRoot,
                moved(module, otherRoot),
                moved(ownRoots, otherRoot),
                moved(siblingRoots, otherRoot),
                moved(resourceRoots, otherRoot),
                moved(templates, otherRoot),
                declared,
                dependencies,
                included,
                isUsedByOthers,
                policy);
    }

    private List<Path> moved(List<Path> folders, Path otherRoot) {
        return folders.stream()
                .filter(folder -> folder.startsWith(root))
                .map(folder -> moved(folder, otherRoot))
                .toList();
    }

    private Path moved(Path folder, Path otherRoot) {
        return otherRoot.resolve(root.relativize(folder)).normalize();
    }

    /** A file as reports show it. */
    public String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
