package io.github.lambdadb.rules;

import io.github.lambdadb.testkit.Fixture;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    private Javac() {}

    /** The errors, one text each; class files are not written. */
    static List<String> complaints(Fixture fixture, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8);
        List<Path> sources = fixture.files().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
        String jars = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of("--release", "17", "-processor", LOMBOK, "-nowarn", "-classpath", jars);
        NoOutput output = new NoOutput(files);
        compiler.getTask(null, output, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }
}
