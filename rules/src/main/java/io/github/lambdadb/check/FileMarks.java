package io.github.lambdadb.check;

import io.github.lambdadb.document.MarkedText;
import io.github.lambdadb.source.SuppressionMark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The suppression marks of a file that has findings: of Java as its reader knows them, of templates and configuration as texts. */
record FileMarks(Path root, Function<String, List<SuppressionMark>> ofJava)
        implements Function<String, List<SuppressionMark>> {
    private static final int LARGEST = 2 * 1024 * 1024;

    @Override
    public List<SuppressionMark> apply(String file) {
        if (file.endsWith(".java")) {
            return ofJava.apply(file);
        }
        try (InputStream in = Files.newInputStream(root.resolve(file))) {
            return MarkedText.marks(file, new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException unreadable) {
            // a finding that cannot be read again is told: nothing is silenced unseen
            return List.of();
        }
    }
}
