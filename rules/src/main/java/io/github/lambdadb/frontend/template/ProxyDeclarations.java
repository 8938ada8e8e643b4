package io.github.lambdadb.frontend.template;

import io.github.lambdadb.source.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where a repository declares an RDS Proxy: in Terraform, in CloudFormation and what is made of it, in a CDK program. Only
 * that there is one is read; which function uses it is not.
 */
public final class ProxyDeclarations {
    private static final int FILES = 50_000;
    private static final long LARGEST = 1_000_000;
    private static final int DEEPEST = 30;
    private static final Set<String> SKIPPED =
            Set.of(".git", "target", "build", "node_modules", ".terraform", "cdk.out", ".aws-sam", ".gradle");
    private static final String CLOUD_FORMATION = "AWS::RDS::DBProxy";
    private static final String CDK = "new DatabaseProxy(";

    /** What declares one, by the ending of the file's name. */
    private static final Map<String, List<String>> DECLARATIONS = Map.of(
            ".tf", List.of("resource \"aws_db_proxy\""),
            ".yaml", List.of(CLOUD_FORMATION),
            ".yml", List.of(CLOUD_FORMATION),
            ".json", List.of(CLOUD_FORMATION, "\"aws_db_proxy\""),
            ".template", List.of(CLOUD_FORMATION),
            ".java", List.of(CDK, "DatabaseProxy.Builder.create("),
            ".ts", List.of("DatabaseProxy("),
            ".py", List.of("DatabaseProxy("));

    private ProxyDeclarations() {}

    /** The places, sorted, each relative to the root; what cannot be read declares nothing that could be believed. */
    public static List<Location> below(Path root) {
        List<Location> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, Set.of(), DEEPEST, new Search(root, found));
        } catch (IOException unreadable) {
            // the visitor passes over what it cannot read, so that this is the root itself
            return List.of();
        }
        found.sort(null);
        return List.copyOf(found);
    }

    /** Visits templates and programs that make some. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Location> found;
        private int files;

        Search(Path root, List<Location> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Path name = folder.getFileName();
            return name != null && SKIPPED.contains(name.toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = String.valueOf(file.getFileName());
            int dot = name.lastIndexOf('.');
            List<String> sought = dot < 0 ? List.of() : DECLARATIONS.getOrDefault(name.substring(dot), List.of());
            if (!sought.isEmpty() && attributes.isRegularFile() && attributes.size() <= LARGEST) {
                search(file, sought);
            }
            return ++files < FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        private void search(Path file, List<String> sought) throws IOException {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String declaration : sought) {
                int at = text.indexOf(declaration);
                if (at >= 0) {
                    int line = 1
                            + (int) text.substring(0, at)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
                    found.add(Location.ofLine(root.relativize(file).toString().replace('\\', '/'), line));
                    return;
                }
            }
        }
    }
}
