package io.github.lambdadb.frontend.java;

import java.util.List;
import java.util.Set;

/** Tells files that may extend what a sought token names from those whose bytes hold the token for another reason. */
final class TokenUse {
    private final SourceTree tree;
    private final SourceIndex index;
    private final List<String> tokens;
    private final Set<String> names;

    TokenUse(SourceTree tree, SourceIndex index) {
        this.tree = tree;
        this.index = index;
        this.tokens = tree.sought();
        this.names = Set.copyOf(tokens);
    }

    /** Whether any file extends or imports such a type, or extends a library's type whose name holds a token. */
    boolean isExtended() {
        return tree.files().stream()
                .filter(file -> file.tokens() != 0)
                .map(index::header)
                .anyMatch(header -> header.imports().keySet().stream().anyMatch(names::contains)
                        || header.supers().stream().anyMatch(written -> mayBeBelow(header, written)));
    }

    private boolean mayBeBelow(FileHeader header, String written) {
        String simple = written.substring(written.lastIndexOf('.') + 1);
        if (names.contains(simple)) {
            return true;
        }
        // what the sources declare is met where it is declared
        return tokens.stream().anyMatch(simple::contains)
                && header.candidates(written).stream()
                        .noneMatch(name -> index.kind(name).isPresent());
    }
}
