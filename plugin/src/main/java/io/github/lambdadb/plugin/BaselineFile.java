package io.github.lambdadb.plugin;

import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.report.baseline.BaselineReader;
import io.github.lambdadb.report.baseline.BaselineText;
import io.github.lambdadb.report.baseline.MalformedBaselineException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** The baseline on the disk; what cannot be read as one is told, and never written over. */
record BaselineFile(Path path) {
    private static final long LARGEST = 64L * 1024 * 1024;

    static BaselineFile of(Maven maven, Settings settings) {
        return new BaselineFile(
                RepositoryRoot.of(maven).resolve(settings.baselineFile()).normalize());
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Nothing if there is no such file. */
    Optional<Baseline> read() throws MojoExecutionException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                throw new ConfigurationException("The baseline " + path + " cannot be read: it is no file of less than "
                        + LARGEST / 1024 / 1024 + " MB.");
            }
            return Optional.of(BaselineReader.read(Files.readString(path)));
        } catch (MalformedBaselineException malformed) {
            throw new ConfigurationException("The baseline cannot be read: " + path + ":" + malformed.line() + ": "
                    + malformed.getMessage() + ". Correct it, or delete it and write it anew.");
        } catch (CharacterCodingException notUtf8) {
            throw new ConfigurationException("The baseline cannot be read: " + path + ":1: it is not UTF-8.");
        } catch (IOException unreadable) {
            throw new MojoExecutionException("The baseline " + path + " cannot be read: " + unreadable, unreadable);
        }
    }

    /** At once or not at all, so that a build that is stopped leaves no half of it. */
    void write(Baseline baseline) throws MojoExecutionException {
        byte[] text = BaselineText.of(baseline).getBytes(StandardCharsets.UTF_8);
        try {
            Path folder = Files.createDirectories(
                    Optional.ofNullable(path.getParent()).orElse(path));
            Path draft = Files.createTempFile(folder, name(), ".tmp");
            try {
                // not the draft's own permissions, which are those of a secret
                Files.delete(draft);
                Files.write(draft, text, StandardOpenOption.CREATE_NEW);
                Files.move(draft, Files.exists(path) ? path.toRealPath() : path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException unwritable) {
            throw new MojoExecutionException("The baseline " + path + " cannot be written: " + unwritable, unwritable);
        }
    }

    static Baseline nothing() {
        return new Baseline(List.of());
    }
}
