package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Body.Argument;
import io.github.lambdadb.frontend.template.terraform.Body.Block;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the files of one folder declare, by name; of two that have the same name the first counts.
 *
 * @param file one of the files, which relative paths start from
 * @param folder the folder as locations show it, empty for the root
 * @param resources by {@code type.name}, data sources by {@code data.type.name}
 * @param given what files of variables give, the last that says so
 */
record Module(
        Path file,
        String folder,
        Map<String, Block> variables,
        Map<String, Argument> locals,
        Map<String, Block> resources,
        Map<String, Block> modules,
        Map<String, Block> outputs,
        Map<String, Argument> given) {

    static Module of(Path file, String folder, List<Body> bodies, Map<String, Argument> given) {
        Module module = new Module(
                file,
                folder,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                given);
        bodies.forEach(body -> body.blocks().forEach(module::declare));
        return module;
    }

    private void declare(Block block) {
        if (block.is("resource", 2)) {
            resources.putIfAbsent(String.join(".", block.labels()), block);
        } else if (block.is("data", 2)) {
            resources.putIfAbsent("data." + String.join(".", block.labels()), block);
        } else if (block.is("locals", 0)) {
            block.body().arguments().forEach(local -> locals.putIfAbsent(local.name(), local));
        } else if (block.is("variable", 1)) {
            variables.putIfAbsent(block.labels().get(0), block);
        } else if (block.is("module", 1)) {
            modules.putIfAbsent(block.labels().get(0), block);
        } else if (block.is("output", 1)) {
            outputs.putIfAbsent(block.labels().get(0), block);
        }
    }
}
