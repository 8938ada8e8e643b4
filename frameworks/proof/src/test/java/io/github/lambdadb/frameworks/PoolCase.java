package io.github.lambdadb.frameworks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project whose pools are asked for. It is written as a line {@code ## name}, lines {@code - group:artifact} for what the
 * class path lacks and {@code + artifact} for what it needs, a line
 * {@code * apart} if the libraries must not have been in use before, lines {@code VARIABLE=value}, and files that begin with {@code == name}.
 */
record PoolCase(
        String name,
        boolean isApart,
        List<String> lacks,
        List<String> needs,
        Map<String, String> variables,
        Map<String, String> files) {
    static Stream<PoolCase> all(String text) {
        return Stream.of(text.split("(?m)^## ")).skip(1).map(PoolCase::parse);
    }

    /** Whether a version of the framework has what it needs. */
    boolean fits(Libraries libraries) {
        return needs.stream()
                .allMatch(need -> libraries.versions().keySet().stream().anyMatch(name -> name.endsWith(":" + need)));
    }

    private static PoolCase parse(String text) {
        List<String> lacks = new ArrayList<>();
        boolean isApart = false;
        List<String> needs = new ArrayList<>();
        Map<String, String> variables = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        String[] parts = text.split("(?m)^== ");
        List<String> head = parts[0].lines().filter(line -> !line.isBlank()).toList();
        for (String line : head.subList(1, head.size())) {
            if (line.startsWith("- ")) {
                lacks.add(line.substring(2).strip());
            } else if (line.equals("* apart")) {
                isApart = true;
            } else if (line.startsWith("+ ")) {
                needs.add(line.substring(2).strip());
            } else {
                variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        for (String file : List.of(parts).subList(1, parts.length)) {
            int end = file.indexOf('\n');
            files.put(file.substring(0, end).strip(), file.substring(end + 1));
        }
        return new PoolCase(head.get(0), isApart, lacks, needs, variables, files);
    }
}
