package io.github.lambdadb.frameworks;

import io.github.lambdadb.facts.Property;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An application that a module of this build has made; each start of it is a process with variables of its own. */
record BuiltApplication(Path folder) {
    /** Of Quarkus's package: what it generated and what it changed, before what that was made of and the libraries. */
    private static final List<String> PARTS = List.of("quarkus", "app", "lib/main", "lib/boot");

    private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";

    /** For a process that lives a second. */
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Dquarkus.banner.enabled=false");

    static BuiltApplication of(String module) {
        return new BuiltApplication(
                Path.of("..", module, "target", "quarkus-app").toAbsolutePath());
    }

    /** The settings by name, of each pool, where the project's resources are in front of the class path. */
    List<Map<String, String>> pools(Project project, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path shown = Files.createDirectories(project.folder().resolve("target/pools"));
        Path log = project.folder().resolve("target/log.txt");
        ProcessBuilder start = new ProcessBuilder(command(project, shown))
                .directory(project.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        start.environment().keySet().removeIf(name -> !name.equals("PATH"));
        start.environment().putAll(variables);
        if (start.start().waitFor() != 0) {
            throw new IllegalStateException("The application does not start:\n" + Files.readString(log));
        }
        List<Map<String, String>> pools = new ArrayList<>();
        for (Path file : files(shown)) {
            pools.add(settings(file));
        }
        return pools;
    }

    private List<String> command(Project project, Path shown) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(project.resourceRoot()));
        for (String part : PARTS) {
            classPath.addAll(files(folder.resolve(part)));
        }
        String joined = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", joined, MAIN_CLASS, shown.toString()));
        return command;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, String> settings(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        settings.computeIfAbsent(Property.PROGRAM_NAME.name(), name -> RealPools.inUrl(settings));
        return settings;
    }
}
