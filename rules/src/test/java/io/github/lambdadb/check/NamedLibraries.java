package io.github.lambdadb.check;

import io.github.lambdadb.testkit.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jars whose packages a fixture names: a class path that is opened in a moment, where the whole one takes longer than the check. */
final class NamedLibraries {

    private static final Pattern NAME = Pattern.compile("[a-z]\\w*(?:\\.[a-z]\\w*)+");

    private final Map<Path, Set<String>> packages = new LinkedHashMap<>();

    NamedLibraries(List<Path> jars) {
        for (Path jar : jars) {
            packages.put(jar, packagesOf(jar));
        }
    }

    /** Those with a package that a file in the folder names. */
    List<Path> of(Path folder) {
        Set<String> named = new HashSet<>();
        for (Path file : new Fixture(folder).files()) {
            NAME.matcher(text(file)).results().forEach(name -> named.add(name.group()));
        }
        return packages.entrySet().stream()
                .filter(jar -> jar.getValue().stream().anyMatch(named::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", unreadable);
        }
    }

    private static Set<String> packagesOf(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && name.contains("/"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The jar " + jar + " cannot be read.", unreadable);
        }
    }
}
