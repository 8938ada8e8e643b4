package io.github.lambdadb.check;

import io.github.lambdadb.analysis.AnalysisInput;
import io.github.lambdadb.analysis.CdkProgram;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.DeclaredDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.java.JavaInputs;
import io.github.lambdadb.frontend.java.JavaProgram;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.frontend.template.cloudformation.CloudFormation;
import io.github.lambdadb.frontend.template.module.Templates;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applications of AWS CDK in Java that may deploy a module: folders with a {@code cdk.json}, below the module and beside it. */
final class CdkApps {
    private static final String MARKER = "cdk.json";
    private static final String LIBRARY = "software.amazon.awscdk.";
    private static final int MOST = 5;
    private static final int DEEPEST = 4;
    private static final int LARGEST = 1_000_000;
    private static final Set<String> SKIPPED =
            Set.of(".git", "target", "build", "node_modules", "cdk.out", ".aws-sam", ".gradle", "src");
    private static final List<String> TELLING = List.of("cdk", "infra", "iac", "deploy", "stack", "aws", "ops");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^\\s*import\\s+(software\\.amazon\\.awscdk\\.[\\w.]*[\\w*])\\s*;");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private final Path root;
    private final Path module;
    private final TemplateFiles files;
    private final Knowledge knowledge;
    private Deployments deployments = Deployments.none();

    private CdkApps(Path root, Path module, Knowledge knowledge) {
        this.knowledge = knowledge;
        this.root = root;
        this.module = module;
        this.files = new TemplateFiles(root, List.of());
    }

    static CdkApps none(Path root, Path module, Knowledge knowledge) {
        return new CdkApps(root, module, knowledge);
    }

    static CdkApps around(Path root, Path module, Knowledge knowledge) {
        CdkApps apps = new CdkApps(root, module, knowledge);
        apps.folders().forEach(apps::read);
        apps.deployments = marked(Templates.own(apps.deployments, root, module));
        return apps;
    }

    /** What the program gives a function is no code of the function's, though it is Java. */
    private static Deployments marked(Deployments deployments) {
        return new Deployments(
                deployments.functions().stream().map(CdkApps::marked).toList(),
                deployments.databases(),
                deployments.proxies(),
                deployments.rotatedSecrets());
    }

    private static DeployedFunction marked(DeployedFunction function) {
        Map<String, Value<String>> environment = new TreeMap<>();
        function.environment().forEach((name, value) -> environment.put(name, marked(value)));
        return new DeployedFunction(
                function.id(),
                function.location(),
                function.attributes(),
                environment,
                function.environmentComplete(),
                function.triggers());
    }

    private static Value<String> marked(Value<String> value) {
        if (value instanceof Value.Known<String> known) {
            return marked(known);
        }
        return value instanceof Value.Choice<String> choice
                ? new Value.Choice<>(
                        choice.options().stream().map(CdkApps::marked).toList(), choice.complete())
                : value;
    }

    private static Value.Known<String> marked(Value.Known<String> known) {
        return new Value.Known<>(known.value(), known.evidence().deployed());
    }

    Deployments deployments() {
        return deployments;
    }

    List<Gap> gaps() {
        return files.gaps();
    }

    /** The nearest first. */
    private List<Path> folders() {
        Set<Path> found = new LinkedHashSet<>();
        @Nullable Path folder = module;
        while (folder != null && folder.startsWith(root) && found.size() < MOST) {
            search(folder, found);
            folder = folder.getParent();
        }
        return found.stream().limit(MOST).toList();
    }

    /** Below the module all folders, beside it those whose names speak of infrastructure. */
    private void search(Path start, Set<Path> found) {
        try {
            Files.walkFileTree(start, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean isLeft = !folder.equals(start) && (isSkipped(folder) || isOther(start, folder));
                    return isLeft ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path parent = file.getParent();
                    if (parent != null && String.valueOf(file.getFileName()).equals(MARKER)) {
                        found.add(parent);
                    }
                    return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            // the visitor passes over what it cannot read, so that this is the folder itself: it has no application
            return;
        }
    }

    private static boolean isSkipped(Path folder) {
        return SKIPPED.contains(String.valueOf(folder.getFileName()));
    }

    private boolean isOther(Path start, Path folder) {
        String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
        return !start.equals(module)
                && start.equals(folder.getParent())
                && TELLING.stream().noneMatch(name::contains);
    }

    private void read(Path app) {
        List<Path> roots = Checker.sourceRoots(app, false);
        Map<String, String> mains = new TreeMap<>();
        Set<String> used = new TreeSet<>();
        roots.forEach(source -> look(source, mains, used));
        if (mains.isEmpty() || used.isEmpty()) {
            return;
        }
        JavaInputs inputs = new JavaInputs(root, roots, List.of(), List.of(), List.of(), Map.of(), file -> true);
        try (JavaProgram program = JavaProgram.open(inputs, List.of(), used)) {
            AnalysisInput input = new AnalysisInput(
                    program,
                    knowledge.catalog(),
                    Deployments.none(),
                    (framework, variables) -> Configuration.none(),
                    Set.of(),
                    DeclaredDatabase.nothing());
            String folder = root.relativize(app).toString().replace('\\', '/');
            for (String main : mains.keySet()) {
                Optional<Node.Mapping> template = CdkProgram.template(input, main, folder);
                template.ifPresent(resources -> deployments =
                        deployments.plus(new CloudFormation().section(files, app.resolve(MARKER), resources)));
            }
        }
    }

    /** Finds what may be started, and the types of the library that imports name. */
    private static void look(Path source, Map<String, String> mains, Set<String> used) {
        try (Stream<Path> all = Files.walk(source, 20)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".java"))
                    .limit(500)
                    .toList()) {
                if (Files.size(file) <= LARGEST) {
                    look(file, Files.readString(file, StandardCharsets.ISO_8859_1), mains, used);
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // what cannot be read deploys nothing that could be believed
            return;
        }
    }

    private static void look(Path file, String text, Map<String, String> mains, Set<String> used) {
        if (!text.contains(LIBRARY)) {
            return;
        }
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            String name = imports.group(1);
            Stream<String> types = name.endsWith(".*")
                    ? CdkProgram.typesOf(name.substring(0, name.length() - 1)).stream()
                    : Stream.of(name);
            types.forEach(type -> used.addAll(List.of(type, type + ".Builder")));
        }
        if (text.contains("static void main(") && text.contains("App(")) {
            Matcher declared = PACKAGE.matcher(text);
            String name = String.valueOf(file.getFileName()).replace(".java", "");
            mains.put(declared.find() ? declared.group(1) + "." + name : name, name);
        }
    }
}
