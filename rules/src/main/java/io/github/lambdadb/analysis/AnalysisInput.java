package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeclaredDatabase;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.ir.ConfigurationReader;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.knowledge.Catalog;
import java.util.Set;

/**
 * All that is known of one module before it is analysed.
 *
 * @param declared the artifacts {@code group:artifact} that its build names
 * @param database what the user declares of it
 */
public record AnalysisInput(
        Program program,
        Catalog catalog,
        Deployments deployments,
        ConfigurationReader configuration,
        Set<String> declared,
        DeclaredDatabase database) {
    public AnalysisInput {
        declared = Set.copyOf(declared);
    }

    /** Whether the module's build names the artifact {@code group:artifact}, or it was resolved. */
    boolean uses(String artifact) {
        return declared.contains(artifact) || program.version(artifact).isPresent();
    }

    /** Whether the module's build asks for the artifact by itself; of a build that names nothing, whether it was resolved. */
    boolean asksFor(String artifact) {
        return declared.isEmpty() ? program.version(artifact).isPresent() : declared.contains(artifact);
    }

    /** Whether the module's build names the artifact {@code group:artifact}, and it could not be resolved. */
    boolean lacks(String artifact) {
        return declared.contains(artifact) && program.version(artifact).isEmpty();
    }

    /** A module of which nothing but its code is known. */
    public static AnalysisInput ofCode(Program program, Catalog catalog) {
        return new AnalysisInput(
                program,
                catalog,
                Deployments.none(),
                (framework, environment) -> Configuration.none(),
                Set.of(),
                DeclaredDatabase.nothing());
    }
}
