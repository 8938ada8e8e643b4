package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was read of the templates in a folder, shown in short texts. */
record Reading(Deployments deployments, List<Gap> gaps) {
    /** Reads one template, {@code template.yaml}. */
    static Reading of(Path folder, String template) {
        return of(folder, Map.of("template.yaml", template));
    }

    /** Reads the given files by their paths. */
    static Reading of(Path folder, Map<String, String> files) {
        files.forEach((name, text) -> write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
        return of(folder);
    }

    static Reading of(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            TemplateFiles files = new TemplateFiles(
                    folder, all.filter(Files::isRegularFile).sorted().toList());
            Deployments deployments = new CloudFormation().read(files);
            return new Reading(deployments, files.gaps());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DeployedFunction function(String id) {
        return deployments.functions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    DeployedDatabase database(String id) {
        return deployments.databases().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    DeployedProxy proxy(String id) {
        return deployments.proxies().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** {@code KEY=value}, sorted by key. */
    static List<String> show(Map<?, Value<String>> values) {
        Map<String, String> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(key.toString(), show(value)));
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    /** The text, {@code a|b} for a choice, with a last {@code |…} when there is more; {@code ?} and why when nothing is known. */
    static String show(Value<String> value) {
        if (value instanceof Value.Unknown<String> unknown) {
            return "? " + unknown.reason();
        }
        String options = value.candidates().stream().map(Value.Known::value).collect(Collectors.joining("|"));
        return options + (value.isComplete() ? "" : "|…");
    }

    /** The steps of each candidate, as lines, or as {@code file:line} in other files than {@code template.yaml}. */
    static String steps(Value<String> value) {
        return value.candidates().stream()
                .map(known -> known.evidence().steps().stream()
                        .map(step -> step.location().toString().replace("template.yaml:", ""))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }

    static List<String> show(List<Trigger> triggers) {
        return triggers.stream()
                .map(trigger -> trigger.kind() + " " + trigger.location().line() + show(trigger.bounds()))
                .toList();
    }

    List<String> shownGaps() {
        return gaps.stream()
                .map(gap -> gap.kind() + " " + gap.location() + " " + gap.reason())
                .toList();
    }
}
