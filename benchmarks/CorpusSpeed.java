import com.sun.management.OperatingSystemMXBean;
import io.github.lambdadb.analysis.Analysis;
import io.github.lambdadb.analysis.AnalysisInput;
import io.github.lambdadb.check.CheckRequest;
import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.Dependencies;
import io.github.lambdadb.check.Policy;
import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.java.JavaInputs;
import io.github.lambdadb.frontend.java.JavaProgram;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.LibraryType;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.source.SuppressionMark;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks projects again and again in one JVM, and says how much CPU that takes, of all threads, the compiler's and the
 * collector's too, for the lines of the files that each analysis reached.
 *
 * <p>Arguments: rounds that only warm up, rounds that count, the folders of the projects. The system property {@code jars} is
 * a class path that all projects are analysed with; without it there is none.
 */
public final class CorpusSpeed {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final Dependencies LIBRARIES = new Dependencies(
            Stream.of(System.getProperty("jars", "").split(File.pathSeparator))
                    .filter(jar -> !jar.isEmpty())
                    .map(Path::of)
                    .toList(),
            Map.of(),
            List.of());

    /** A project and what was measured of it. */
    private record Project(Path folder, int filesLowered, int linesReached, double[] seconds) {
        double median() {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        double perThousandLines() {
            return linesReached == 0 ? 0 : median() * 1000 / linesReached;
        }
    }

    public static void main(String[] arguments) throws IOException {
        int warming = Integer.parseInt(arguments[0]);
        int counting = Integer.parseInt(arguments[1]);
        List<Project> projects = new ArrayList<>();
        for (String folder : Arrays.asList(arguments).subList(2, arguments.length)) {
            projects.add(reached(Path.of(folder).toAbsolutePath().normalize(), counting));
        }
        double[] totals = new double[counting];
        for (int round = -warming; round < counting; round++) {
            double total = 0;
            for (Project project : projects) {
                double taken = seconds(request(project.folder()));
                total += taken;
                if (round >= 0) {
                    project.seconds()[round] = taken;
                }
            }
            System.out.printf("round %d%s: %.2f s of CPU%n", round + warming + 1, round < 0 ? ", warming" : "", total);
            if (round >= 0) {
                totals[round] = total;
            }
        }
        show(projects, totals);
    }

    private static void show(List<Project> projects, double[] totals) {
        System.out.println();
        System.out.println("| Project | files lowered | lines reached | CPU s, median | CPU s per 1000 lines |");
        System.out.println("|---|---|---|---|---|");
        projects.stream()
                .sorted(Comparator.comparing(Project::perThousandLines).reversed())
                .forEach(project -> row(
                        project.folder().toString(),
                        project.filesLowered(),
                        project.linesReached(),
                        project.median(),
                        project.perThousandLines()));
        int files = projects.stream().mapToInt(Project::filesLowered).sum();
        int lines = projects.stream().mapToInt(Project::linesReached).sum();
        double[] sorted = totals.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        row("**all " + projects.size() + "**", files, lines, median, median * 1000 / lines);
    }

    private static void row(String name, int files, int lines, double seconds, double perThousandLines) {
        System.out.printf("| %s | %d | %d | %.3f | %.3f |%n", name, files, lines, seconds, perThousandLines);
    }

    private static double seconds(CheckRequest request) {
        long before = SYSTEM.getProcessCpuTime();
        Checker.check(request);
        return (SYSTEM.getProcessCpuTime() - before) / 1e9;
    }

    private static CheckRequest request(Path folder) {
        return new CheckRequest(
                folder,
                folder,
                Checker.sourceRoots(folder, false),
                List.of(),
                resources(folder),
                List.of(),
                Set.of(),
                () -> LIBRARIES,
                file -> true,
                false,
                Policy.defaults());
    }

    private static List<Path> resources(Path folder) {
        return Checker.sourceRoots(folder, false).stream()
                .map(root -> root.resolveSibling("resources"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** Runs the analysis once over a program that takes down which files' types were asked for. */
    private static Project reached(Path folder, int rounds) throws IOException {
        CheckRequest request = request(folder);
        JavaInputs inputs = new JavaInputs(
                request.root(),
                request.ownRoots(),
                request.siblingRoots(),
                request.resourceRoots(),
                LIBRARIES.classPath(),
                LIBRARIES.versions(),
                request.included());
        Catalog catalog = Catalog.builtIn();
        try (JavaProgram program = JavaProgram.open(inputs, List.of("RequestHandler"), catalog.typeNames())) {
            Reached seen = new Reached(program, new TreeSet<>());
            Analysis.analyse(AnalysisInput.ofCode(seen, catalog));
            int lines = 0;
            for (String file : seen.files()) {
                lines += lines(folder.resolve(file));
            }
            int lowered = Checker.check(request).facts().coverage().filesLowered();
            return new Project(folder, lowered, lines, new double[rounds]);
        }
    }

    private static int lines(Path file) throws IOException {
        int lines = 0;
        for (byte each : Files.readAllBytes(file)) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** A program that takes down the files of the types that it hands out. */
    private record Reached(Program program, Set<String> files) implements Program {
        @Override
        public Optional<TypeDecl> type(String name) {
            Optional<TypeDecl> type = program.type(name);
            type.ifPresent(this::takeDown);
            return type;
        }

        @Override
        public List<TypeDecl> subtypes(String name) {
            List<TypeDecl> types = program.subtypes(name);
            types.forEach(this::takeDown);
            return types;
        }

        private void takeDown(TypeDecl type) {
            files.add(type.at().file());
        }

        @Override
        public Optional<LibraryType> library(String name) {
            return program.library(name);
        }

        @Override
        public Optional<TypeName> solve(Expr expression) {
            return program.solve(expression);
        }

        @Override
        public Optional<Resource> resource(String path) {
            return program.resource(path);
        }

        @Override
        public Optional<String> version(String artifact) {
            return program.version(artifact);
        }

        @Override
        public boolean isOwn(String file) {
            return program.isOwn(file);
        }

        @Override
        public List<SuppressionMark> suppressions(String file) {
            return program.suppressions(file);
        }

        @Override
        public List<Gap> gaps() {
            return program.gaps();
        }

        @Override
        public Coverage coverage() {
            return program.coverage();
        }
    }
}
