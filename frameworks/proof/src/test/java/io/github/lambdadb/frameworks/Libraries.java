package io.github.lambdadb.frameworks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The jars of one version of a framework, as its module of this build resolves them. */
record Libraries(List<Library> all) {
    private static final Pattern LINE = Pattern.compile("\\s*([\\w.-]+:[\\w.-]+):jar:([^:]+):\\w+:(.+?\\.jar)(\\W.*)?");

    /** One jar with its {@code group:artifact}. */
    record Library(String artifact, String version, Path jar) {
        private URL url() {
            try {
                return jar.toUri().toURL();
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Those of a module that stands beside this one. */
    static Libraries of(String module) {
        List<Library> all = lines(Path.of("..", module, "target", "libraries.txt")).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Library(line.group(1), line.group(2), Path.of(line.group(3))))
                .toList();
        return new Libraries(all);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(file + " is made by the phase process-resources", missing);
        }
    }

    /** The text with the names of packages that were valid when these were made. */
    String named(String text) {
        return versions().containsKey("javax.persistence:javax.persistence-api")
                ? text.replace("jakarta.persistence", "javax.persistence")
                        .replace("https://jakarta.ee/xml/ns/persistence", "http://xmlns.jcp.org/xml/ns/persistence")
                        .replace("version=\"3.0\"", "version=\"2.1\"")
                : text;
    }

    Libraries without(Collection<String> artifacts) {
        return new Libraries(all.stream()
                .filter(library -> !artifacts.contains(library.artifact()))
                .toList());
    }

    List<Path> jars() {
        return all.stream().map(Library::jar).toList();
    }

    Map<String, String> versions() {
        return all.stream()
                .collect(Collectors.toMap(Library::artifact, Library::version, (first, second) -> first, TreeMap::new));
    }

    String classPath() {
        return all.stream().map(library -> library.jar().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    /** A loader that sees these jars and the JDK, and nothing of this test's class path. */
    URLClassLoader loader() {
        URL[] urls = all.stream().map(Library::url).toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }
}
