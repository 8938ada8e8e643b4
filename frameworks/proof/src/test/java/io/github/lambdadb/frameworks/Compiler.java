package io.github.lambdadb.frameworks;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles projects, and what starts them, against the libraries of a framework; the same ones once. Their annotation processors
 * are loaded as the framework is, apart from this test's class path.
 */
final class Compiler {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private final Map<Work, Path> done = new HashMap<>();

    private record Work(Libraries libraries, List<String> texts) {}

    /** The folder of the classes. */
    Path classes(Project project, String starter, Libraries libraries, ClassLoader loader) throws IOException {
        List<String> texts = new ArrayList<>(List.of(starter));
        for (Path source : project.sources()) {
            texts.add(Files.readString(source));
        }
        Work work = new Work(libraries, texts);
        if (!done.containsKey(work)) {
            done.put(work, compile(project, starter, libraries, loader));
        }
        return done.get(work);
    }

    private static Path compile(Project project, String starter, Libraries libraries, ClassLoader loader)
            throws IOException {
        Path classes = Files.createDirectories(project.folder().resolve("target/classes"));
        List<Path> sources = project.sources();
        sources.add(Files.writeString(classes.resolve("Starter.java"), starter));
        List<String> options = List.of("-d", classes.toString(), "-cp", libraries.classPath());
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null)) {
            CompilationTask task =
                    JAVAC.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(ServiceLoader.load(Processor.class, loader));
            if (!task.call()) {
                throw new IllegalStateException("The project does not compile:\n" + messages);
            }
        }
        return classes;
    }
}
