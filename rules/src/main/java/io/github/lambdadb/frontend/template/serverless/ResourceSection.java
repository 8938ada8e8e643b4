package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.frontend.template.TemplateFiles;
import java.nio.file.Path;

/** Reads what a service deploys besides its functions: a template of CloudFormation, with the service's variables followed. */
@FunctionalInterface
public interface ResourceSection {
    /**
     * What the template deploys; never throws, what it cannot read becomes a gap of the files.
     *
     * @param service the file of the service
     * @param template a mapping with {@code Resources} and perhaps other sections; locations are those of the files it came from
     */
    Deployments read(TemplateFiles files, Path service, Node.Mapping template);
}
