package io.github.lambdadb.rules;

import io.github.lambdadb.testkit.Fixture;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler's opinion of a fixture. */
final class Javac {

    /** The one processor that runs: code that asks Lombok for methods does not compile without it. */
    private static final String LOMBOK = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";

    private static final int RELEASE = 17;

    private Javac() {}

    /** Knows the jars once it has opened them, which takes longer than to compile; it is not for two threads at once. */
    private static final ThreadLocal<StandardJavaFileManager> FILES = ThreadLocal.withInitial(() ->
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));

    /** The errors, one text each; class files are not written. */
    static List<String> complaints(Fixture fixture, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        StandardJavaFileManager files = FILES.get();
        List<Path> sources = fixture.files().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
        NoOutput output = new NoOutput(files);
        compiler.getTask(
                        null,
                        output,
                        found,
                        options(sources, classPath),
                        null,
                        files.getJavaFileObjectsFromPaths(sources))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static List<String> options(List<Path> sources, List<Path> classPath) {
        List<String> options = new ArrayList<>(List.of("-nowarn", "-classpath"));
        options.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        options.addAll(
                sources.stream().anyMatch(Javac::usesLombok) ? List.of("-processor", LOMBOK) : List.of("-proc:none"));
        if (Runtime.version().feature() > RELEASE) {
            options.addAll(List.of("--release", Integer.toString(RELEASE)));
        }
        return options;
    }

    private static boolean usesLombok(Path source) {
        try {
            return Files.readString(source).contains("lombok");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + source + " cannot be read.", unreadable);
        }
    }
}
