package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Body.Argument;
import io.github.lambdadb.frontend.template.terraform.Body.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One instance of a module that another one calls.
 *
 * @param address the full address
 * @param inside the module's own names; empty for what is not read because it comes from elsewhere
 * @param made what a module of a registry makes: nothing or one resource
 */
record ModuleCall(String address, String key, List<Scope> inside, List<Resource> made) {
    private static final int DEEPEST = 8;

    static List<ModuleCall> of(Scope caller, Project project, Block block) {
        String name = block.labels().get(0);
        Optional<String> source = block.body()
                .argument("source")
                .flatMap(argument -> Texts.exact(caller.evaluator().evaluate(argument.value())));
        List<ModuleCall> all = new ArrayList<>();
        for (Instances.Instance instance : Instances.of(block.body(), caller.evaluator())) {
            String address = caller.address("module." + name) + instance.suffix();
            Optional<Module> local = source.filter(ModuleCall::isLocal)
                    .filter(path -> caller.use().depth() < DEEPEST)
                    .flatMap(path -> project.modules().beside(caller.declared().file(), path))
                    .filter(module -> project.takeInstance());
            if (local.isPresent()) {
                Map<String, Argument> given = new HashMap<>();
                block.body().arguments().forEach(argument -> given.putIfAbsent(argument.name(), argument));
                Scope.Use use = new Scope.Use(
                        address + ".",
                        caller.use().folder(),
                        caller.use().depth() + 1,
                        given,
                        List.of(instance.evaluator()));
                all.add(new ModuleCall(
                        address, instance.suffix(), List.of(new Scope(project, local.get(), use)), List.of()));
            } else {
                all.add(remote(caller, block, address, source.orElse(""), instance));
            }
        }
        return all;
    }

    private static ModuleCall remote(
            Scope caller, Block block, String address, String source, Instances.Instance instance) {
        Resource made = new Resource(
                address,
                RegistryModules.PREFIX + RegistryModules.name(source),
                block.labels().get(0) + instance.suffix(),
                block.at(),
                caller.use().folder(),
                instance.isCertain(),
                name -> caller.once(
                        address + "#" + name,
                        block.at(),
                        () -> Blocks.said(
                                block.body(), name, instance.evaluator(), "'" + name + "' of '" + address + "'")));
        return new ModuleCall(address, instance.suffix(), List.of(), List.of(made));
    }

    /** The same, once it has been chosen by its key. */
    ModuleCall unkeyed() {
        return new ModuleCall(address, "", inside, made);
    }

    static boolean isLocal(String source) {
        return source.startsWith("./") || source.startsWith("../") || source.equals(".") || source.equals("..");
    }
}
