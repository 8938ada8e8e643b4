package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.RotatedSecret;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.frontend.template.TemplateFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Templates of CloudFormation and SAM, written by hand or by a program such as CDK. A nested template is read with what the
 * nesting one gives it, and what it deploys has an id of the form {@code NestedStack.Resource}.
 */
public final class CloudFormation implements TemplateFormat {
    @Override
    public Deployments read(TemplateFiles files) {
        TemplateParser parser = new TemplateParser(files);
        return read(files, parser, parser.all());
    }

    /** What a template deploys that stands in a file of another format; its locations tell where. */
    public Deployments section(TemplateFiles files, Path file, Node.Mapping template) {
        return Template.of(file, template)
                .map(root -> read(files, new TemplateParser(files), List.of(root)))
                .orElse(Deployments.none());
    }

    private static Deployments read(TemplateFiles files, TemplateParser parser, List<Template> templates) {
        Set<String> told = new HashSet<>();
        Nesting nesting = new Nesting(files, parser, Exports.of(templates, files), obstacle -> {
            if (told.add(obstacle.location() + obstacle.reason())) {
                files.gap(Gap.Kind.UNRESOLVED_VALUE, obstacle.location(), sentence(obstacle.reason()));
            }
        });
        List<DeployedFunction> functions = new ArrayList<>();
        List<DeployedDatabase> databases = new ArrayList<>();
        List<DeployedProxy> proxies = new ArrayList<>();
        List<RotatedSecret> secrets = new ArrayList<>();
        for (Template root : nesting.roots(templates)) {
            Estate estate = nesting.estate(root);
            new FunctionReader(estate).all().forEach(functions::add);
            new DatabaseReader(estate).all().forEach(databases::add);
            new ProxyReader(estate).all().forEach(proxies::add);
            new RotationReader(estate).all().forEach(secrets::add);
        }
        return new Deployments(functions, databases, proxies, secrets);
    }

    private static String sentence(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }
}
