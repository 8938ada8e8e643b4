package io.github.lambdadb.frontend.java;

import io.github.lambdadb.facts.Gap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All Java files of the source roots, sorted, each read once for the tokens that it holds. */
final class SourceTree {
    /** What every suppression mark holds. */
    private static final String MARK = "lambda-db:";

    private static final String TOO_LARGE = "The file is larger than 2 MB.";

    private final JavaInputs inputs;
    private final GapLog gaps;
    private final List<String> sought;
    private final TokenAutomaton automaton;
    private final List<SourceFile> files = new ArrayList<>();
    private final Map<String, Path> ownInOtherLanguages = new TreeMap<>();
    private final SourceBytes bytes = new SourceBytes();
    private long tokens;

    private SourceTree(JavaInputs inputs, List<String> sought, GapLog gaps) {
        this.inputs = inputs;
        this.gaps = gaps;
        this.sought = List.copyOf(sought);
        this.automaton = new TokenAutomaton(
                Stream.concat(Stream.of(MARK), sought.stream()).toList());
    }

    static SourceTree read(JavaInputs inputs, List<String> sought, GapLog gaps) {
        SourceTree tree = new SourceTree(inputs, sought, gaps);
        Map<Path, Boolean> paths = new LinkedHashMap<>();
        RootWalk walk = new RootWalk(inputs, gaps);
        inputs.ownRoots().forEach(root -> walk.files(root).forEach(file -> paths.put(file, true)));
        tree.ownInOtherLanguages.putAll(walk.otherLanguages());
        inputs.siblingRoots().forEach(root -> walk.files(root).forEach(file -> paths.putIfAbsent(file, false)));
        walk.reportOtherLanguages();
        Map<String, String> packages = new HashMap<>();
        paths.forEach((path, isOwn) -> tree.scan(path, isOwn, packages));
        tree.files.sort(Comparator.comparing(SourceFile::name));
        return tree;
    }

    List<SourceFile> files() {
        return files;
    }

    /** Whether any file holds any of the sought tokens. */
    boolean holdsToken() {
        return tokens != 0;
    }

    /** Whether a file of the module itself that is not Java holds any of these texts. */
    boolean holdsInOtherLanguages(List<String> texts) {
        TokenAutomaton search = new TokenAutomaton(texts);
        return ownInOtherLanguages.entrySet().stream()
                .anyMatch(file ->
                        load(file.getValue(), file.getKey()) && search.scan(bytes.bytes(), bytes.length()) != 0);
    }

    /** The sought tokens. */
    List<String> sought() {
        return sought;
    }

    /** The bytes of a file in the shared buffer; false, with a gap, when it cannot be read. */
    boolean load(SourceFile file) {
        return load(file.path(), file.name());
    }

    SourceBytes bytes() {
        return bytes;
    }

    private boolean load(Path path, String name) {
        try {
            if (bytes.read(path)) {
                return true;
            }
            gaps.add(Gap.Kind.UNREADABLE_FILE, name, TOO_LARGE);
        } catch (IOException e) {
            gaps.add(
                    Gap.Kind.UNREADABLE_FILE,
                    name,
                    "The file cannot be read: " + e.getClass().getSimpleName() + ".");
        }
        return false;
    }

    private void scan(Path path, boolean isOwn, Map<String, String> packages) {
        String name = inputs.reported(path);
        if (!inputs.included().test(name) || !load(path, name)) {
            return;
        }
        long found = automaton.scan(bytes.bytes(), bytes.length());
        long mark = automaton.bit(MARK);
        long mask = found & ~mark;
        tokens |= mask;
        String written = HeaderScan.packageOf(bytes.bytes(), bytes.length());
        String packageName = packages.computeIfAbsent(written, key -> key);
        files.add(new SourceFile(name, path, isOwn, packageName, mask, (found & mark) != 0));
    }
}
