package io.github.lambdadb.frontend.template.module;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.RotatedSecret;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.frontend.template.TemplateFormat;
import io.github.lambdadb.frontend.template.cloudformation.CloudFormation;
import io.github.lambdadb.frontend.template.serverless.ServerlessFramework;
import io.github.lambdadb.frontend.template.terraform.Terraform;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the templates of one module deploy, in all formats. */
public final class Templates {
    private static final List<TemplateFormat> FORMATS =
            List.of(new CloudFormation(), new ServerlessFramework(new CloudFormation()::section), new Terraform());

    /** Where builds put what they make. */
    private static final List<String> OUTPUTS = List.of("target", "build", "dist", ".aws-sam", "out");

    private final Deployments deployments;
    private final List<Gap> gaps;

    private Templates(Deployments deployments, List<Gap> gaps) {
        this.deployments = deployments;
        this.gaps = gaps;
    }

    /**
     * The templates that may deploy a module: those below it, and those of the folders above it that are no other module.
     *
     * @param root the folder that reported paths are relative to
     * @param module the module's folder, in or below the root
     * @param code folders of sources and resources, in which no template is looked for
     * @param named the templates that the user names; none: those that are found
     */
    public static Templates of(Path root, Path module, List<Path> code, List<Path> named) {
        TemplateFiles files =
                new TemplateFiles(root, named.isEmpty() ? TemplateSearch.around(root, module, code) : named);
        Deployments all =
                FORMATS.stream().map(format -> format.read(files)).reduce(Deployments.none(), Deployments::plus);
        return new Templates(own(all, root, module), files.gaps());
    }

    /** What may deploy the module, each thing once. */
    public static Deployments own(Deployments all, Path root, Path module) {
        Predicate<DeployedFunction> isOwn = function -> mayBeOf(function, root, module);
        return new Deployments(
                once(all.functions(), DeployedFunction::location).filter(isOwn).toList(),
                once(all.databases(), DeployedDatabase::location).toList(),
                once(all.proxies(), DeployedProxy::location).toList(),
                once(all.rotatedSecrets(), RotatedSecret::location).toList());
    }

    /** A part of a service may be a template by itself as well: what stands at one place is one thing. */
    private static <T> Stream<T> once(List<T> all, Function<T, Location> place) {
        Map<Location, T> places = new LinkedHashMap<>();
        all.forEach(each -> places.putIfAbsent(place.apply(each), each));
        return places.values().stream();
    }

    public Deployments deployments() {
        return deployments;
    }

    public List<Gap> gaps() {
        return gaps;
    }

    /** Whether the function's code may come from the module: its folder, or one above it, or nothing says where from. */
    private static boolean mayBeOf(DeployedFunction function, Path root, Path module) {
        List<String> code = function.attribute(DeployedFunction.Attribute.CODE).stream()
                .flatMap(value -> value.candidates().stream())
                .map(Value.Known::value)
                .filter(path -> !path.contains("${"))
                .toList();
        return code.isEmpty()
                || code.stream()
                        .map(path -> source(root, path))
                        .anyMatch(folder -> folder.startsWith(module) || module.startsWith(folder));
    }

    /** The folder that a build made the code from. */
    private static Path source(Path root, String code) {
        Path path = root.resolve(code).normalize();
        for (int names = root.getNameCount(); names < path.getNameCount(); names++) {
            if (OUTPUTS.contains(path.getName(names).toString())) {
                return path.getRoot() == null
                        ? path.subpath(0, names)
                        : path.getRoot().resolve(path.subpath(0, names));
            }
        }
        boolean isFile = Stream.of(".jar", ".zip").anyMatch(path.toString()::endsWith);
        Path parent = path.getParent();
        return isFile && parent != null ? parent : path;
    }
}
