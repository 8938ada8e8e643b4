package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.RelativePaths;
import io.github.lambdadb.frontend.template.terraform.Body.Argument;
import io.github.lambdadb.frontend.template.terraform.Body.Block;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One use of a module: what its names mean there. Each name is evaluated once; a name that needs itself is unknown. */
final class Scope {
    private final Project project;
    private final Module module;
    private final Use use;
    private final Map<String, Term> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, List<Resource>> resources = new HashMap<>();
    private final Map<String, List<ModuleCall>> calls = new HashMap<>();

    /**
     * How a module comes to be used.
     *
     * @param prefix what addresses in it begin with, empty for the outermost
     * @param folder the folder of the outermost module, which relative paths start from
     * @param depth how many modules are around it
     * @param given what is passed to it, and who passes it
     */
    record Use(String prefix, String folder, int depth, Map<String, Argument> given, List<Evaluator> giver) {}

    Scope(Project project, Module module, Use use) {
        this.project = project;
        this.module = module;
        this.use = use;
    }

    Budget budget() {
        return project.budget();
    }

    Module declared() {
        return module;
    }

    Use use() {
        return use;
    }

    Evaluator evaluator() {
        return new Evaluator(this, Map.of());
    }

    /** The full address of something in this module. */
    String address(String name) {
        return use.prefix() + name;
    }

    Term variable(String name, Location at) {
        return once("var." + name, at, () -> givenOrDefault(name, at));
    }

    private Term givenOrDefault(String name, Location at) {
        Optional<Block> block = Optional.ofNullable(module.variables().get(name));
        Location place = block.map(Block::at).orElse(at);
        Term hole = Terms.hole(
                address("var." + name),
                Evidence.of(place, "'var." + name + "' is given when it is deployed"),
                Set.of());
        if (isSensitive(block)) {
            return hole;
        }
        Optional<Argument> given = Optional.ofNullable(use.given().get(name));
        Evaluator giver = use.giver().isEmpty() ? evaluator() : use.giver().get(0);
        Term term = given.map(argument -> giver.evaluate(argument.value(), "'" + name + "' is given"))
                .or(() -> block.flatMap(variable -> variable.body().argument("default"))
                        .map(value -> evaluator().evaluate(value.value(), "the default of 'var." + name + "'")))
                .orElse(hole);
        return block.flatMap(variable -> variable.body().argument("type"))
                .map(type -> OptionalArguments.filled(type.value(), term, evaluator()))
                .orElse(term);
    }

    private boolean isSensitive(Optional<Block> block) {
        return block.flatMap(declared -> declared.body().argument("sensitive"))
                .filter(argument ->
                        !Texts.exact(evaluator().evaluate(argument.value())).equals(Optional.of("false")))
                .isPresent();
    }

    Term local(String name, Location at) {
        Argument local = module.locals().get(name);
        return local == null
                ? Terms.unknown("'local." + name + "' is not declared")
                : once("local." + name, at, () -> evaluator().evaluate(local.value(), "'local." + name + "' is set"));
    }

    /** What the module hands out under that name. */
    Term output(String name, Location at) {
        Optional<Block> output = Optional.ofNullable(module.outputs().get(name));
        Optional<Argument> value = output.flatMap(block -> block.body().argument("value"));
        if (value.isEmpty() || isSensitive(output)) {
            String address = use.prefix() + name;
            return Terms.hole(address, Evidence.of(at, "a module hands it out"), Set.of());
        }
        return once("output." + name, at, () -> evaluator().evaluate(value.get().value()));
    }

    Term module(String name, Location at) {
        return new ModuleTerm(address("module." + name), at, calls(name));
    }

    Term resource(String address, Location at) {
        if (!module.resources().containsKey(address)) {
            return Terms.hole(address(address), Evidence.of(at, "it is not declared here"), Set.of());
        }
        return open.contains(address)
                ? Terms.unknown("'" + address + "' needs itself")
                : new ResourceTerm(address(address), at, resources(address));
    }

    /** The folder of this module as Terraform tells it: relative to that of the outermost one. */
    Term path(String name, Location at) {
        return switch (name) {
            case "module" ->
                Terms.known(RelativePaths.relative(use.folder(), module.folder()), at, "the folder of the module");
            case "root", "cwd" -> Terms.known(".", at, "the folder of the outermost module");
            default -> Terms.unknown("'path." + name + "' is not known");
        };
    }

    List<Resource> resources(String address) {
        List<Resource> found = resources.get(address);
        Block block = module.resources().get(address);
        if (found == null && block != null) {
            open.add(address);
            found = HclResources.of(this, block, address);
            open.remove(address);
            resources.put(address, found);
        }
        return found == null ? List.of() : found;
    }

    List<ModuleCall> calls(String name) {
        List<ModuleCall> found = calls.get(name);
        Block block = module.modules().get(name);
        if (found == null && block != null && open.add("module." + name)) {
            found = ModuleCall.of(this, project, block);
            open.remove("module." + name);
            calls.put(name, found);
        }
        return found == null ? List.of() : found;
    }

    /** Evaluates what that name stands for, unless that is being done already. */
    Term once(String name, Location at, Supplier<Term> evaluation) {
        Term found = known.get(name);
        if (found == null) {
            if (!open.add(name)) {
                return Terms.unknown("'" + name + "' needs itself");
            }
            found = budget().step(evaluation);
            open.remove(name);
            known.put(name, found);
        }
        return found;
    }
}
