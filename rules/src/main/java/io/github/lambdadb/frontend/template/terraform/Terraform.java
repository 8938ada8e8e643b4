package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.frontend.template.TemplateFormat;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.util.List;

/**
 * Terraform: each folder with files of it that no other folder calls as a module is read with all that it calls; a plan is read
 * too when it is there as JSON. Ids of functions are names of resources; those of databases, proxies and secrets are full addresses, as references have them.
 */
public final class Terraform implements TemplateFormat {
    @Override
    public Deployments read(TemplateFiles files) {
        Modules modules = new Modules(files);
        List<Module> found = modules.folders().stream()
                .flatMap(folder -> modules.in(folder).stream())
                .toList();
        Budget budget = new Budget();
        Deployments all = Deployments.none();
        for (Module module : Outermost.of(modules, found)) {
            all = all.plus(deployed(files, new Project(modules, budget), module));
        }
        for (List<Resource> plan : new PlanReader(files).plans()) {
            all = all.plus(deployed(files, plan));
        }
        return all;
    }

    private static Deployments deployed(TemplateFiles files, List<Resource> resources) {
        Inventory inventory = new Inventory(resources);
        DatabaseReader databases = new DatabaseReader(files, inventory);
        return new Deployments(
                new FunctionReader(files, inventory).read(),
                databases.read(),
                new ProxyReader(inventory).read(),
                databases.rotatedSecrets());
    }

    private static Deployments deployed(TemplateFiles files, Project project, Module module) {
        List<Resource> resources = project.resources(module);
        Deployments deployments = deployed(files, resources);
        resources.stream()
                .filter(Terraform::isUnread)
                .forEach(resource -> files.gap(
                        Gap.Kind.UNRESOLVED_VALUE,
                        resource.location(),
                        "What the module '" + resource.name()
                                + "' makes is not read, because its files are not here."));
        if (project.isExhausted()) {
            Path file = module.file();
            files.gap(
                    Gap.Kind.BUDGET_EXHAUSTED,
                    Location.ofLine(files.reported(file), 1),
                    "The template is too large to be evaluated as a whole.");
        }
        return deployments;
    }

    private static boolean isUnread(Resource resource) {
        return resource.type().startsWith(RegistryModules.PREFIX)
                && RegistryModules.isForeign(resource.type().substring(RegistryModules.PREFIX.length()));
    }
}
