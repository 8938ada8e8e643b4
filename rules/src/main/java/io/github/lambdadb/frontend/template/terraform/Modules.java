package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.YamlDocument;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.frontend.template.terraform.Body.Argument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The folders that are modules, each read at most once. */
final class Modules {
    private static final List<String> ENDINGS = List.of(".tf", ".tf.json");
    private static final List<String> ALWAYS_GIVEN = List.of("terraform.tfvars", "terraform.tfvars.json");
    private static final List<String> GIVEN = List.of(".auto.tfvars", ".auto.tfvars.json");

    private final TemplateFiles files;
    private final Map<Path, Optional<Module>> read = new HashMap<>();

    Modules(TemplateFiles files) {
        this.files = files;
    }

    /** The folders in which files of the format were found, sorted. */
    List<Path> folders() {
        Map<Path, Path> folders = new TreeMap<>();
        files.ending(ENDINGS).forEach(file -> folders.putIfAbsent(folder(file), file));
        return List.copyOf(folders.keySet());
    }

    /** A module by the relative path that a file names; empty when there is none inside the root. */
    Optional<Module> beside(Path file, String relative) {
        return files.filesIn(file, relative, ENDINGS).stream()
                .findFirst()
                .map(Modules::folder)
                .flatMap(this::in);
    }

    Optional<Module> in(Path folder) {
        Optional<Module> known = read.get(folder);
        if (known == null) {
            known = load(folder);
            read.put(folder, known);
        }
        return known;
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private Optional<Module> load(Path folder) {
        Path anyFile = folder.resolve("main.tf");
        List<Path> sources = files.filesIn(anyFile, ".", ENDINGS);
        List<Body> bodies = new ArrayList<>();
        for (Path source : sources) {
            files.text(source).ifPresent(text -> bodies.add(body(source, text)));
        }
        String reported = files.reported(anyFile);
        int end = reported.lastIndexOf('/');
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(Module.of(anyFile, end < 0 ? "" : reported.substring(0, end), bodies, given(anyFile)));
    }

    private Body body(Path source, String text) {
        String reported = files.reported(source);
        if (reported.endsWith(".json")) {
            List<Body> bodies = json(reported, text).stream().map(HclJson::body).toList();
            return bodies.isEmpty() ? new Body(List.of(), List.of()) : bodies.get(0);
        }
        return hcl(reported, text);
    }

    private Map<String, Argument> given(Path anyFile) {
        Map<String, Argument> given = new LinkedHashMap<>();
        List<Path> sources = new ArrayList<>();
        ALWAYS_GIVEN.forEach(name -> files.beside(anyFile, name).ifPresent(sources::add));
        sources.addAll(files.filesIn(anyFile, ".", GIVEN));
        for (Path source : sources) {
            String reported = files.reported(source);
            files.text(source).ifPresent(text -> {
                List<Argument> arguments = reported.endsWith(".json")
                        ? json(reported, text).stream()
                                .flatMap(node -> HclJson.arguments(node).stream())
                                .toList()
                        : hcl(reported, text).arguments();
                arguments.forEach(argument -> given.put(argument.name(), argument));
            });
        }
        return given;
    }

    private Body hcl(String reported, String text) {
        HclFile.Result result = HclFile.read(reported, text);
        result.problems().stream()
                .findFirst()
                .ifPresent(first -> files.gap(
                        Gap.Kind.UNPARSABLE_FILE,
                        first.at(),
                        "The template is not read as a whole: " + first.reason() + "."));
        return result.body();
    }

    private List<Node> json(String reported, String text) {
        try {
            return YamlDocument.parse(reported, text);
        } catch (DocumentException malformed) {
            files.gap(
                    Gap.Kind.UNPARSABLE_FILE,
                    malformed.location(),
                    "The template cannot be read: " + malformed.problem() + ".");
            return List.of();
        }
    }
}
