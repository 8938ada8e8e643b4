package io.github.lambdadb.check;

import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.knowledge.FunctionModel;
import io.github.lambdadb.knowledge.KnowledgeException;
import io.github.lambdadb.knowledge.KnowledgeFile;
import java.util.List;

/**
 * What is known while one request is answered: what comes with this jar, read only as far as it is asked for, and what jars
 * beside it and the project's folders {@code .lambda-db} add.
 */
final class Knowledge {
    /** At most one; none: nobody adds anything. */
    private final List<Catalog> extended;

    private Knowledge(List<Catalog> extended) {
        this.extended = List.copyOf(extended);
    }

    static Knowledge builtIn() {
        return new Knowledge(List.of());
    }

    /** Malformed knowledge is the user's to correct: it throws a {@link ConfigurationException} of one line. */
    static Knowledge of(CheckRequest request) {
        List<KnowledgeFile> ofJars = JarKnowledge.files(Knowledge.class.getClassLoader());
        List<KnowledgeFile> ofProject = ProjectKnowledge.files(request.root(), request.module());
        if (ofJars.isEmpty() && ofProject.isEmpty()) {
            return builtIn();
        }
        try {
            return new Knowledge(List.of(Catalog.builtInWith(ofJars, ofProject)));
        } catch (KnowledgeException malformed) {
            throw new ConfigurationException("The knowledge file cannot be used: " + malformed.getMessage());
        }
    }

    Catalog catalog() {
        return extended.stream().findFirst().orElseGet(Catalog::builtIn);
    }

    FunctionModel functions() {
        return extended.stream().findFirst().map(Catalog::functions).orElseGet(Catalog::builtInFunctions);
    }

    List<ContainerModel> containers() {
        return extended.stream().findFirst().map(Catalog::containers).orElseGet(Catalog::builtInContainers);
    }

    /** A file without any of these holds no function. */
    List<String> tokens() {
        return functions().interfaces().keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .distinct()
                .sorted()
                .toList();
    }
}
