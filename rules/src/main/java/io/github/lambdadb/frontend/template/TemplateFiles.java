package io.github.lambdadb.frontend.template;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.source.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that may be templates, each read at most once, and what could not be read of them. */
public final class TemplateFiles {
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int MOST_IN_A_FOLDER = 500;

    private final Path root;
    private final List<Path> files;
    private final Map<Path, Optional<String>> texts = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * @param root the folder that reported paths are relative to; nothing outside of it is read
     * @param files the files in which templates may begin, sorted
     */
    public TemplateFiles(Path root, List<Path> files) {
        this.root = root;
        this.files = List.copyOf(files);
    }

    /** The files of which the name ends with one of these. */
    public List<Path> ending(List<String> endings) {
        return files.stream()
                .filter(file -> endings.stream().anyMatch(String.valueOf(file.getFileName())::endsWith))
                .toList();
    }

    /** A file that another one names, relative to the folder of that one; empty when it is not there or lies outside the root. */
    public Optional<Path> beside(Path file, String relative) {
        try {
            Path parent = file.getParent();
            Path named = (parent == null ? root : parent).resolve(relative).normalize();
            boolean isInside = named.startsWith(root)
                    && Files.isRegularFile(named)
                    && named.toRealPath().startsWith(root.toRealPath());
            return isInside ? Optional.of(named) : Optional.empty();
        } catch (IOException | InvalidPathException notAFile) {
            return Optional.empty();
        }
    }

    /**
     * The files of a folder that a file names relative to its own, by the ends of their names and sorted; none when the folder
     * is not there or lies outside the root.
     */
    public List<Path> filesIn(Path file, String relative, List<String> endings) {
        try {
            Path parent = file.getParent();
            Path folder = (parent == null ? root : parent).resolve(relative).normalize();
            boolean isInside = folder.startsWith(root)
                    && Files.isDirectory(folder)
                    && folder.toRealPath().startsWith(root.toRealPath());
            return isInside ? listed(folder, endings) : List.of();
        } catch (IOException | InvalidPathException notAFolder) {
            return List.of();
        }
    }

    private List<Path> listed(Path folder, List<String> endings) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> endings.stream().anyMatch(String.valueOf(file.getFileName())::endsWith))
                    .filter(file ->
                            beside(file, String.valueOf(file.getFileName())).isPresent())
                    .sorted()
                    .limit(MOST_IN_A_FOLDER)
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /** Whether any of these words, in ASCII, stands in what would be read of the file; what cannot be read holds none. */
    public boolean mentions(Path file, List<String> words) {
        try (InputStream in = Files.newInputStream(file)) {
            String bytes = new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
            return words.stream().anyMatch(bytes::contains);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The text, malformed bytes replaced; a file that is too large or cannot be read is a gap. */
    public Optional<String> text(Path file) {
        return texts.computeIfAbsent(file, this::read);
    }

    private Optional<String> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                gap(Gap.Kind.UNREADABLE_FILE, Location.ofLine(reported(file), 1), "The template is larger than 2 MB.");
                return Optional.empty();
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            String what = unreadable.getClass().getSimpleName();
            gap(
                    Gap.Kind.UNREADABLE_FILE,
                    Location.ofLine(reported(file), 1),
                    "The template cannot be read: " + what + ".");
            return Optional.empty();
        }
    }

    /** The path as locations show it. */
    public String reported(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    public void gap(Gap.Kind kind, Location location, String reason) {
        gaps.add(new Gap(kind, location, reason));
    }

    /** What could not be read or understood so far. */
    public List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
