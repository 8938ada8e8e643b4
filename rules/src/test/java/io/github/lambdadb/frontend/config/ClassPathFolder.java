package io.github.lambdadb.frontend.config;

import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.FrameworkModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder with configuration files, written as one text: lines {@code == name} begin a file. */
final class ClassPathFolder {
    private final Path root;
    private final FrameworkModel framework;

    ClassPathFolder(Path root, String framework, String files) throws IOException {
        this.root = root;
        this.framework = Catalog.builtIn().frameworks().stream()
                .filter(model -> model.id().equals(framework))
                .findFirst()
                .orElseThrow();
        for (String file : files.split("(?m)^== ")) {
            int end = file.indexOf('\n');
            if (end > 0) {
                write(file.substring(0, end).strip(), file.substring(end + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    void write(String name, byte[] content) throws IOException {
        Path file = resources().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    Path resources() {
        return root.resolve("src/main/resources");
    }

    Configurations configurations() {
        return new Configurations(framework, List.of(resources()), root);
    }

    /** The configuration of a function with these variables. */
    Configuration with(Map<String, String> variables) {
        Map<String, Value<String>> values = new TreeMap<>();
        variables.forEach((name, text) -> values.put(name, known(name, text)));
        return configurations().of(values);
    }

    static Value<String> known(String name, String text) {
        return new Value.Known<>(text, Evidence.of(Location.ofLine("template.yaml", 7), "sets " + name));
    }
}
