package io.github.lambdadb.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the script of a build without a POM names, read as a text: it is a program, and is not run. */
final class BuildScript {
    private static final int LARGEST = 1024 * 1024;
    private static final List<String> NAMES = List.of("build.gradle", "build.gradle.kts");

    /** {@code 'group:artifact:version'}, {@code "group:artifact"}. */
    private static final Pattern COORDINATES =
            Pattern.compile("[\"']([\\w.-]{1,200}:[\\w.-]{1,200})(?::[^\"']{0,200})?[\"']");

    private BuildScript() {}

    /** The artifacts {@code group:artifact}; none when there is no script, or it cannot be read. */
    static Set<String> artifacts(Path folder) {
        Set<String> artifacts = new HashSet<>();
        for (String name : NAMES) {
            Matcher coordinates = COORDINATES.matcher(text(folder.resolve(name)));
            while (coordinates.find()) {
                artifacts.add(coordinates.group(1));
            }
        }
        return artifacts;
    }

    private static String text(Path script) {
        if (!Files.isRegularFile(script)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(script)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            // the sources are analysed all the same; only a function without a handler of its own needs the names
            return "";
        }
    }
}
