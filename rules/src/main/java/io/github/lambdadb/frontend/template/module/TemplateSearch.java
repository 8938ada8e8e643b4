package io.github.lambdadb.frontend.template.module;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for files that may be templates: below a module, and in folders beside it that are no modules of their own. */
final class TemplateSearch extends SimpleFileVisitor<Path> {
    private static final int MOST = 2_000;
    private static final int DEEPEST = 6;
    private static final Set<String> SKIPPED = Set.of(
            ".git", "target", "build", "node_modules", ".terraform", "cdk.out", ".aws-sam", ".gradle", ".idea", "src");
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".template", ".tf", ".tfvars");

    /** What makes a folder a project of its own. */
    private static final List<String> BUILDS = List.of(
            "pom.xml", "build.gradle", "build.gradle.kts", "package.json", "requirements.txt", "go.mod", "Cargo.toml");

    /** Parts of names by which folders say that infrastructure is in them; beside a module no others are looked into. */
    private static final List<String> TELLING = List.of(
            "infra",
            "iac",
            "terraform",
            "tf",
            "deploy",
            "cloudformation",
            "cfn",
            "sam",
            "stack",
            "template",
            "ops",
            "serverless",
            "aws",
            "env",
            "modules");

    private final Path start;
    private final Path module;
    private final @Nullable Path done;
    private final Set<Path> code;
    private final Set<Path> found;

    private TemplateSearch(Path start, Path module, @Nullable Path done, List<Path> code, Set<Path> found) {
        this.start = start;
        this.module = module;
        this.done = done;
        this.code = Set.copyOf(code);
        this.found = found;
    }

    static List<Path> around(Path root, Path module, List<Path> code) {
        Set<Path> found = new TreeSet<>();
        Path folder = module;
        @Nullable Path done = null;
        while (folder != null && folder.startsWith(root)) {
            TemplateSearch search = new TemplateSearch(folder, module, done, code, found);
            try {
                Files.walkFileTree(folder, Set.of(), DEEPEST, search);
            } catch (IOException unreadable) {
                // the visitor passes over what it cannot read, so that this is the folder itself: it has nothing to
                // tell
                break;
            }
            done = folder;
            folder = folder.getParent();
        }
        return new ArrayList<>(found);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(done)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        boolean isOnTheWay = module.startsWith(folder);
        Path name = folder.getFileName();
        boolean isSkipped = name != null && SKIPPED.contains(name.toString());
        boolean isLeft = isSkipped || code.contains(folder) || (!folder.startsWith(module) && isOther(folder));
        return isLeft && !isOnTheWay ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    /** Whether a folder beside the module is a project of its own, or has nothing to do with infrastructure. */
    private boolean isOther(Path folder) {
        String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
        boolean isBeside = start.equals(folder.getParent());
        return (isBeside && TELLING.stream().noneMatch(name::contains))
                || BUILDS.stream().anyMatch(build -> Files.exists(folder.resolve(build)));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = String.valueOf(file.getFileName());
        if (attributes.isRegularFile() && ENDINGS.stream().anyMatch(name::endsWith)) {
            found.add(file);
        }
        return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        return FileVisitResult.CONTINUE;
    }
}
