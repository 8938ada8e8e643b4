package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.frontend.template.TemplateFormat;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Serverless Framework: its functions; what else a service deploys is given to who reads CloudFormation. */
public final class ServerlessFramework implements TemplateFormat {
    private static final List<String> NAMES = List.of("serverless.yml", "serverless.yaml", "serverless.json");

    private final ResourceSection resources;

    /** A reader that looks at nothing but functions. */
    public ServerlessFramework() {
        this((files, service, template) -> Deployments.none());
    }

    /**
     * A reader that has the rest read too.
     *
     * @param resources reads the part that is CloudFormation
     */
    public ServerlessFramework(ResourceSection resources) {
        this.resources = resources;
    }

    @Override
    public Deployments read(TemplateFiles files) {
        Deployments all = Deployments.none();
        for (Path file : files.ending(NAMES)) {
            all = all.plus(service(files, file));
        }
        return all;
    }

    private Deployments service(TemplateFiles files, Path file) {
        Documents documents = new Documents(files, file);
        Optional<Node.Mapping> service = documents.document(file).flatMap(Node::asMapping);
        if (service.isEmpty() || service.get().get("provider").isEmpty()) {
            return Deployments.none();
        }
        Variables variables = new Variables(documents, service.get());
        Service read = new Service(files, file, service.get(), variables);
        Deployments functions = new Deployments(new FunctionReader(read).all(), List.of(), List.of(), List.of());
        Deployments all = new Resources(variables)
                .template(service.get())
                .map(template -> functions.plus(resources.read(files, file, template)))
                .orElse(functions);
        if (variables.isExhausted()) {
            files.gap(
                    Gap.Kind.BUDGET_EXHAUSTED,
                    Location.ofLine(files.reported(file), 1),
                    "The service has too many variables to follow all of them.");
        }
        return all;
    }
}
