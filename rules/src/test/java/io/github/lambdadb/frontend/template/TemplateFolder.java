package io.github.lambdadb.frontend.template;

import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of templates that tests write, and what a format reads from it. */
public final class TemplateFolder {
    private final Path root;

    public TemplateFolder(Path root) {
        this.root = root;
    }

    public TemplateFolder with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public TemplateFolder with(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Read read(TemplateFormat format) {
        try (Stream<Path> files = Files.walk(root)) {
            TemplateFiles found = new TemplateFiles(
                    root, files.filter(Files::isRegularFile).sorted().toList());
            Deployments deployments = format.read(found);
            return new Read(deployments, found.gaps());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What was read, and what was not. */
    public record Read(Deployments deployments, List<Gap> gaps) {}

    /** A value in few words: the text, {@code a|b} for a choice with dots when it is not complete, {@code ?} when it is unknown. */
    public static String told(Value<String> value) {
        String options = value.candidates().stream().map(Known::value).collect(Collectors.joining("|"));
        return options.isEmpty() && !value.isComplete() ? "?" : options + (value.isComplete() ? "" : "…");
    }

    /** The lines that the evidence of a value goes through, the last of them being the one to edit. */
    public static String way(Value<String> value) {
        return value.candidates().get(0).evidence().steps().stream()
                .map(step -> step.location().toString())
                .distinct()
                .collect(Collectors.joining(" > "));
    }
}
