package io.github.lambdadb.plugin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Git, asked about a repository that nobody trusts: it runs nothing that the repository names (no hook, monitor, filter or
 * external program), reaches no other machine, and writes nothing.
 *
 * @param program the executable, never one that lies in the repository
 */
record Git(Path program, Path root) {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "LC_ALL", "C",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_LITERAL_PATHSPECS", "1",
            "GIT_NO_REPLACE_OBJECTS", "1",
            "GIT_NO_LAZY_FETCH", "1",
            // older versions do not know the one before, and fetch by a protocol
            "GIT_ALLOW_PROTOCOL", "none");

    /** What a command said, and how it ended. */
    record Answer(int exit, String output) {
        boolean isGood() {
            return exit == 0;
        }

        String text() {
            return output.strip();
        }
    }

    /** None if no {@code git} is installed. */
    static Optional<Git> of(Path root) {
        String search = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(search.split(File.pathSeparator, -1))
                .map(folder -> new File(folder).toPath())
                // what a relative entry means depends on the folder, and may be in the project
                .filter(folder -> folder.isAbsolute() && !folder.normalize().startsWith(root))
                .flatMap(folder -> List.of(folder.resolve("git"), folder.resolve("git.exe")).stream())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(file -> new Git(file, root));
    }

    Answer ask(String... arguments) throws IOException {
        Process process = start(List.of(arguments));
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String all = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), all);
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("The build was stopped.", stopped);
        }
    }

    /** The first line of what git complains about. */
    String complaint(String... arguments) throws IOException {
        Process process = builder(List.of(arguments)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("nothing");
        }
    }

    Process start(List<String> arguments) throws IOException {
        return builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder builder(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-pager",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "core.quotePath=false"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("GIT_"));
        environment.putAll(ENVIRONMENT);
        // the repository that was found, or none; not one above it
        Optional.ofNullable(root.getParent())
                .ifPresent(above -> environment.put("GIT_CEILING_DIRECTORIES", above.toString()));
        return builder;
    }
}
