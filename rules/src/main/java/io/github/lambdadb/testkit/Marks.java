package io.github.lambdadb.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the marks in the comments of a fixture's files, whatever the language. */
final class Marks {

    private static final Pattern COMMENT = Pattern.compile("(//|#|<!--|/\\*)\\s*(?<marks>expect(-[a-z]+)?:.*)");
    private static final Pattern MARK =
            Pattern.compile("(?<keyword>expect(-[a-z]+)?):(?<body>.*?)(?=\\s+expect(-[a-z]+)?:|\\s*(-->|\\*/)?\\s*$)");

    private Marks() {}

    static List<Mark> in(Fixture fixture) {
        List<Mark> marks = new ArrayList<>();
        for (Path file : fixture.files()) {
            marks.addAll(in(fixture.relative(file), lines(file)));
        }
        return marks;
    }

    /** A mark at the end of a line is about that line; marks that stand alone are about the next line of another kind. */
    static List<Mark> in(String file, List<String> lines) {
        List<Mark> marks = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Matcher comment = COMMENT.matcher(lines.get(index));
            if (comment.find()) {
                marks.addAll(parse(file, lineMeant(lines, index), comment.group("marks")));
            }
        }
        return marks;
    }

    private static int lineMeant(List<String> lines, int index) {
        int meant = index;
        while (meant < lines.size() - 1
                && COMMENT.matcher(lines.get(meant).strip()).lookingAt()) {
            meant++;
        }
        return meant + 1;
    }

    private static List<Mark> parse(String file, int line, String text) {
        List<Mark> marks = new ArrayList<>();
        Matcher matcher = MARK.matcher(text);
        while (matcher.find()) {
            marks.add(Mark.parse(kind(file, line, matcher.group("keyword")), file, line, matcher.group("body")));
        }
        return marks;
    }

    private static Mark.Kind kind(String file, int line, String keyword) {
        for (Mark.Kind kind : Mark.Kind.values()) {
            if (kind.keyword().equals(keyword)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("%s:%d: there is no mark '%s:'.".formatted(file, line, keyword));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", unreadable);
        }
    }
}
