package io.github.lambdadb.plugin;

import io.github.lambdadb.check.FixedFiles.ChangedFile;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.report.patch.PatchText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The changes of a module's files, as files and as a patch. */
record Patch(Maven maven, Settings settings, List<ChangedFile> files) {
    private static final String NAME = "lambda-db.patch";

    /** Writes the sources, if all of them are still as they were read. */
    void apply() throws IOException {
        Path root = RepositoryRoot.of(maven);
        for (ChangedFile each : files) {
            if (!Files.readString(root.resolve(each.file())).equals(each.before())) {
                throw new IOException(each.file() + " has changed in the meantime; nothing was written");
            }
        }
        for (ChangedFile each : files) {
            Files.writeString(root.resolve(each.file()), each.after());
        }
    }

    /** Writes the patch and returns its path, relative to the repository; empty if there is nothing to write. */
    String write(Facts facts) throws IOException {
        Path root = RepositoryRoot.of(maven);
        Path file = maven.folder().resolve(settings.outputDirectory()).resolve(NAME);
        PatchText text = PatchText.of(facts);
        String all = files.stream()
                .map(each -> text.of(each.file(), each.before(), each.after()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
        Files.createDirectories(file.getParent());
        Files.writeString(file, all);
        return all.isEmpty()
                ? ""
                : file.startsWith(root) ? root.relativize(file).toString() : file.toString();
    }
}
