package io.github.lambdadb.source;

/**
 * A wish of the analysed code that a rule be silent from {@code firstLine} to {@code lastLine} of a file. {@code rule} is
 * the id as written; {@code reason} is empty only for the annotation form.
 */
public record SuppressionMark(Location location, Form form, String rule, String reason, int firstLine, int lastLine) {
    /** How the mark is written. */
    public enum Form {
        ANNOTATION,
        COMMENT
    }
}
