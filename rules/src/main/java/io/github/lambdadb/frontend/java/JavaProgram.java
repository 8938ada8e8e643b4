package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.LibraryType;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.SuppressionMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The program of real source trees: one pass over all bytes at first, everything else when it is asked for. */
public final class JavaProgram implements Program, AutoCloseable {
    private static final Duration LOWERING_LIMIT = Duration.ofMinutes(1);

    private final JavaInputs inputs;
    private final Set<String> named;
    private final GapLog gaps;
    private final SourceTree tree;
    private final ClassPath classPath;
    private final Resources resources;
    private final SourceParser parser;
    private final SymbolSolverDoor solver;
    private final Map<String, FileLowering> lowered = new HashMap<>();
    private final Map<String, List<SuppressionMark>> marks = new HashMap<>();
    private int filesLowered;
    private @Nullable Map<String, SourceFile> byName;
    private @Nullable KnownTypes known;
    private @Nullable Subtypes subtypes;
    private @Nullable Annotated annotated;

    private JavaProgram(JavaInputs inputs, Set<String> named, GapLog gaps, SourceTree tree) {
        this.named = Set.copyOf(named);
        this.inputs = inputs;
        this.gaps = gaps;
        this.tree = tree;
        this.classPath = new ClassPath(inputs, gaps);
        this.resources = new Resources(inputs, gaps);
        this.parser = new SourceParser(gaps);
        this.solver = new SymbolSolverDoor(inputs, gaps);
    }

    /**
     * Reads every Java file of the roots once, and looks only for the tokens; {@code named} are qualified names of library
     * types that exist whether or not the class path has them.
     */
    public static JavaProgram open(JavaInputs inputs, List<String> tokens, Set<String> named) {
        GapLog gaps = new GapLog();
        return new JavaProgram(inputs, named, gaps, SourceTree.read(inputs, tokens, gaps));
    }

    /** The same sources with libraries beside them; the files are not read again. */
    public JavaProgram with(JavaInputs libraries, Set<String> moreNamed) {
        return new JavaProgram(libraries, moreNamed, gaps, tree);
    }

    /** Whether any file may extend what the tokens name; when not, nothing more needs to be asked. */
    public boolean mayHoldFunctions() {
        return tree.holdsToken() && new TokenUse(tree, known().sources()).isExtended();
    }

    /** Whether a file of the module itself in another language of the JVM holds any of these texts. */
    public boolean otherLanguagesHold(List<String> texts) {
        return tree.holdsInOtherLanguages(texts);
    }

    @Override
    public Optional<TypeDecl> type(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<SourceFile> file = known().sources().file(name);
        return file.map(each -> lowered(each).types().get(name));
    }

    @Override
    public Optional<LibraryType> library(String name) {
        return classPath.type(name);
    }

    @Override
    public List<TypeDecl> subtypes(String name) {
        Subtypes search = subtypes;
        if (search == null) {
            SourceIndex sources = known().sources();
            search = new Subtypes(known(), new SuperIndex(tree, sources), this::lowered);
            subtypes = search;
        }
        return search.of(name);
    }

    @Override
    public List<TypeDecl> annotated(String annotation) {
        Annotated search = annotated;
        if (search == null) {
            search = new Annotated(tree, known().sources(), this::lowered);
            annotated = search;
        }
        return search.with(annotation);
    }

    @Override
    public Optional<TypeName> solve(Expr expression) {
        SourceFile file = byName().get(expression.at().file());
        return file == null ? Optional.empty() : solver.solve(expression, file.path());
    }

    @Override
    public Optional<Resource> resource(String path) {
        return resources.find(path);
    }

    @Override
    public Optional<String> version(String artifact) {
        return Optional.ofNullable(inputs.versions().get(artifact));
    }

    @Override
    public boolean isOwn(String file) {
        SourceFile source = byName().get(file);
        return source != null && source.isOwn();
    }

    @Override
    public List<SuppressionMark> suppressions(String file) {
        List<SuppressionMark> found = marks.get(file);
        if (found == null) {
            SourceFile source = byName().get(file);
            found = source == null ? List.of() : readMarks(source);
            marks.put(file, found);
        }
        return found;
    }

    /** All suppression marks of the module itself; only files whose bytes can hold one are read again. */
    public List<SuppressionMark> ownSuppressions() {
        return tree.files().stream()
                .filter(file -> file.isOwn() && file.isMarked())
                .flatMap(file -> suppressions(file.name()).stream())
                .toList();
    }

    @Override
    public List<Gap> gaps() {
        return gaps.list();
    }

    @Override
    public Coverage coverage() {
        return new Coverage(tree.files().size(), parser.parsed(), filesLowered, 0, 0);
    }

    @Override
    public void close() {
        solver.close();
        classPath.close();
    }

    private KnownTypes known() {
        KnownTypes types = known;
        if (types == null) {
            types = new KnownTypes(new SourceIndex(tree, gaps), classPath, named);
            known = types;
        }
        return types;
    }

    private Map<String, SourceFile> byName() {
        Map<String, SourceFile> names = byName;
        if (names == null) {
            names = new HashMap<>();
            for (SourceFile file : tree.files()) {
                names.put(file.name(), file);
            }
            byName = names;
        }
        return names;
    }

    private List<SuppressionMark> readMarks(SourceFile file) {
        if (!tree.load(file)) {
            return List.of();
        }
        List<SuppressionMark> found = new ArrayList<>(SuppressionComments.read(
                file.name(), tree.bytes().bytes(), tree.bytes().length()));
        if (SuppressionAnnotations.mayStandIn(tree.bytes())) {
            found.addAll(lowered(file).marks());
        }
        found.sort(Comparator.comparing(SuppressionMark::location).thenComparing(SuppressionMark::rule));
        return List.copyOf(found);
    }

    private FileLowering lowered(SourceFile file) {
        FileLowering done = lowered.get(file.name());
        if (done == null) {
            done = lower(file);
            lowered.put(file.name(), done);
        }
        return done;
    }

    private FileLowering lower(SourceFile file) {
        KnownTypes types = known();
        if (!tree.load(file)) {
            return FileLowering.NOTHING;
        }
        Optional<CompilationUnit> unit =
                parser.parse(file, tree.bytes().bytes(), tree.bytes().length());
        if (unit.isEmpty()) {
            return FileLowering.NOTHING;
        }
        Callable<FileLowering> work = () -> FileLowering.of(file, unit.get(), types);
        try {
            FileLowering done = DeepStack.run("lambda-db-lower", LOWERING_LIMIT, work);
            filesLowered++;
            return done;
        } catch (DeepStack.OverBudget e) {
            gaps.add(Gap.Kind.BUDGET_EXHAUSTED, file.name(), "The file takes too long to lower.");
        } catch (DeepStack.Failed e) {
            // a syntax tree with holes, left by a broken source, can defeat any step
            gaps.add(Gap.Kind.UNPARSABLE_FILE, file.name(), "The file cannot be lowered: " + e.getMessage() + ".");
        }
        return FileLowering.NOTHING;
    }
}
