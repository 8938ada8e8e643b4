package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes sources to a folder and opens them as a program. */
final class Sources {
    private final Path folder;
    private final List<Path> classPath = new ArrayList<>();

    Sources(Path folder) {
        this.folder = folder;
    }

    Sources file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Sources classPath(Path entry) {
        classPath.add(entry);
        return this;
    }

    JavaProgram open(String... tokens) {
        JavaInputs inputs = new JavaInputs(
                folder,
                List.of(folder.resolve("src")),
                List.of(folder.resolve("sibling")),
                List.of(folder.resolve("resources")),
                classPath,
                Map.of("com.zaxxer:HikariCP", "6.2.1"),
                path -> !path.contains("Excluded"));
        return JavaProgram.open(inputs, List.of(tokens), Set.of("com.acme.lib.Known"));
    }

    /** The type {@code a.A} of that text. */
    TypeDecl type(String text) throws IOException {
        file("src/a/A.java", "package a;\n" + text);
        return open().type("a.A").orElseThrow();
    }

    /** The body of the method {@code f} of a class {@code a.A} with that body and those members around it. */
    String body(String parameters, String body) throws IOException {
        return body(parameters, body, "");
    }

    String body(String parameters, String body, String members) throws IOException {
        TypeDecl type = type("class A { void f(" + parameters + ") { " + body + " } " + members + " }");
        return Show.of(type.methods("f").get(0).body());
    }

    static List<String> signatures(TypeDecl type) {
        return type.methods().stream().map(Method::signature).toList();
    }
}
