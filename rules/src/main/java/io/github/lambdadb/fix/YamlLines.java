package io.github.lambdadb.fix;

import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.source.Location;
import java.util.Optional;

/** New lines in the block that holds an entry, indented as the others are. */
record YamlLines(SourceText file, YamlPath path) {
    private static final String STEP = "  ";

    /** A whole key, written in the mapping that is there for it, else in a new one; empty in a flow style. */
    Optional<TextEdit> added(String key, String value) {
        Location own = path.entry().key().location();
        boolean isBlock = isFirstOfItsLine(own)
                && path.entry().value().asScalar().isPresent()
                && path.entry().value().location().endLine() == own.line();
        if (!isBlock || !key.startsWith(path.prefix())) {
            return Optional.empty();
        }
        String rest = key.substring(path.prefix().length());
        int dot = rest.indexOf('.');
        boolean areKeysDotted = path.entry().key().text().contains(".");
        if (dot < 0 || areKeysDotted) {
            return Optional.of(file.newLineAfter(own.line(), file.indentation(own.line()) + rest + ": " + value));
        }
        String child = rest.substring(dot + 1);
        return path.around().get(rest.substring(0, dot)).isPresent()
                ? inside(rest.substring(0, dot), child, value)
                : Optional.of(nested(own.line(), rest.substring(0, dot), child, value));
    }

    private Optional<TextEdit> inside(String parent, String child, String value) {
        return path.around().mapping(parent).stream()
                .flatMap(mapping -> mapping.entries().stream())
                .map(Entry::key)
                .findFirst()
                .map(first -> first.location())
                .filter(this::isFirstOfItsLine)
                .map(first -> file.insertion(
                        first.line(),
                        file.startOfLine(first.line()),
                        file.indentation(first.line()) + child + ": " + value + file.lineEnding()));
    }

    private TextEdit nested(int line, String parent, String child, String value) {
        String indentation = file.indentation(line);
        return file.newLineAfter(
                line, indentation + parent + ":" + file.lineEnding() + indentation + STEP + child + ": " + value);
    }

    private boolean isFirstOfItsLine(Location place) {
        return file.indentation(place.line()).length() == place.column() - 1;
    }
}
