package io.github.lambdadb.frontend.config;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.knowledge.FrameworkModel;
import io.github.lambdadb.source.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The configuration files of the class path, each read at most once, and what could not be read of them. */
final class ConfigFiles {
    /** Stands around a name that the build replaces, in place of the signs that YAML does not allow there. */
    static final char FILTERED = '\uE000';

    private static final int LARGEST = 2 * 1024 * 1024;
    private static final Pattern FILTERS = Pattern.compile("@([A-Za-z][A-Za-z0-9_.-]{0,99})@");

    private final FrameworkModel framework;
    private final List<Path> resourceRoots;
    private final Path root;
    private final Map<String, ConfigFile> files = new HashMap<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();

    ConfigFiles(FrameworkModel framework, List<Path> resourceRoots, Path root) {
        this.framework = framework;
        this.root = root.toAbsolutePath().normalize();
        this.resourceRoots = resourceRoots.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
    }

    /** The file of that path below the class path's root; nothing when it is not there. */
    ConfigFile read(String path) {
        ConfigFile known = files.get(path);
        if (known == null) {
            known = search(path);
            files.put(path, known);
        }
        return known;
    }

    private ConfigFile search(String path) {
        List<ConfigDocument> documents = new ArrayList<>();
        boolean isUnderstood = true;
        for (Path folder : resourceRoots) {
            try {
                Path file = folder.resolve(path).normalize();
                if (isInside(folder, file)) {
                    ConfigFile found = read(file, path);
                    documents.addAll(0, found.documents()); // earlier folders win
                    isUnderstood &= found.isUnderstood();
                    if (!framework.everyRoot()) {
                        break;
                    }
                }
            } catch (IOException | InvalidPathException unreadable) {
                isUnderstood = false;
                unreadable(Location.ofLine(reported(folder), 1), unreadable);
            }
        }
        return new ConfigFile(documents, isUnderstood);
    }

    /** Whether the file is there; a path may come from the files themselves, so dots and links must not lead out. */
    private static boolean isInside(Path folder, Path file) throws IOException {
        return file.startsWith(folder)
                && Files.isRegularFile(file)
                && file.toRealPath().startsWith(folder.toRealPath());
    }

    private ConfigFile read(Path file, String path) throws IOException {
        Location start = Location.ofLine(reported(file), 1);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            gap(Gap.Kind.UNREADABLE_FILE, start, "The file is larger than 2 MB.");
            return new ConfigFile(List.of(), false);
        }
        String text = FILTERS.matcher(decode(bytes)).replaceAll(FILTERED + "$1" + FILTERED);
        try {
            return new ConfigFile(
                    path.endsWith(".properties")
                            ? PropertiesConfig.read(start.file(), path, text)
                            : YamlConfig.read(start.file(), path, text, framework.keys()),
                    true);
        } catch (DocumentException malformed) {
            gap(Gap.Kind.UNPARSABLE_FILE, malformed.location(), "The file cannot be read: " + malformed.problem());
            return new ConfigFile(List.of(), false);
        }
    }

    /** UTF-8, or the older ISO 8859-1 when it is not; without a byte order mark. */
    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The names of the files of a folder below the roots of the class path, sorted. */
    Set<String> names(String folder) {
        Set<String> names = new TreeSet<>();
        for (Path resources : resourceRoots) {
            Path listed = resources.resolve(folder);
            if (Files.isDirectory(listed)) {
                try (DirectoryStream<Path> found = Files.newDirectoryStream(listed, "*-*.*")) {
                    found.forEach(file -> names.add(String.valueOf(file.getFileName())));
                } catch (IOException | DirectoryIteratorException unreadable) {
                    unreadable(Location.ofLine(reported(listed), 1), unreadable);
                }
            }
        }
        return names;
    }

    private void unreadable(Location at, Exception reason) {
        String what = reason.getClass().getSimpleName();
        gap(Gap.Kind.UNREADABLE_FILE, at, "A configuration file cannot be read: " + what + ".");
    }

    private String reported(Path file) {
        Path shown = file.startsWith(root) ? root.relativize(file) : file;
        String text = shown.toString().replace('\\', '/');
        return text.isEmpty() ? "." : text;
    }

    void gap(Gap.Kind kind, Location location, String reason) {
        gaps.add(new Gap(kind, location, reason));
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
