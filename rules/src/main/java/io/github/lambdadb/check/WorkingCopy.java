package io.github.lambdadb.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A copy of a folder in which changes can be tried; it is deleted when it is closed. What builds leave behind, histories,
 * links and very large files are not copied.
 */
final class WorkingCopy implements AutoCloseable {
    private static final Set<String> LEFT_OUT = Set.of(
            ".git", ".gradle", ".idea", ".aws-sam", ".serverless", ".terraform", "cdk.out", "node_modules", "target");
    private static final long LARGEST = 4L * 1024 * 1024;

    private final ScratchFolder scratch;

    private WorkingCopy(ScratchFolder scratch) {
        this.scratch = scratch;
    }

    /** Of nothing yet. */
    static WorkingCopy create() throws IOException {
        return new WorkingCopy(ScratchFolder.create());
    }

    /** {@code module} is copied wherever it lies. */
    void take(Path root, Path module) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                if (isLeftOut(root, module, each)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(placeOf(root, each));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && attributes.size() <= LARGEST) {
                    Files.copy(each, placeOf(root, each));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isLeftOut(Path root, Path module, Path folder) {
        if (module.startsWith(folder)) {
            return false;
        }
        Path from = folder.startsWith(module) ? module : root;
        return StreamSupport.stream(from.relativize(folder).spliterator(), false)
                .anyMatch(name -> LEFT_OUT.contains(name.toString()));
    }

    private Path placeOf(Path root, Path file) {
        return folder().resolve(root.relativize(file).toString());
    }

    Path folder() {
        return scratch.path();
    }

    String read(String file) throws IOException {
        return Files.readString(folder().resolve(file), StandardCharsets.UTF_8);
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder().resolve(file), text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
