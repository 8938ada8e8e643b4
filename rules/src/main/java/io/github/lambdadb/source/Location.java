package io.github.lambdadb.source;

import java.util.Comparator;

/**
 * A place in an input file: path relative to the analysed root with forward slashes, 1-based lines and columns, the end
 * column inclusive of nothing (one past the last character), all on one line or more.
 */
public record Location(String file, int line, int column, int endLine, int endColumn) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column)
            .thenComparingInt(Location::endLine)
            .thenComparingInt(Location::endColumn);

    public Location {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("Lines and columns start at 1: " + line + "," + column);
        }
    }

    /** The first character of a line. */
    public static Location ofLine(String file, int line) {
        return new Location(file, line, 1, line, 1);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
