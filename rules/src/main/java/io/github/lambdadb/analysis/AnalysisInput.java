package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeclaredDatabase;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.ir.ConfigurationReader;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.knowledge.Catalog;

/** All that is known of one module before it is analysed: code, libraries, templates, configuration, what the user declares. */
public record AnalysisInput(
        Program program,
        Catalog catalog,
        Deployments deployments,
        ConfigurationReader configuration,
        DeclaredDatabase declared) {
    /** A module of which nothing but its code is known. */
    public static AnalysisInput ofCode(Program program, Catalog catalog) {
        return new AnalysisInput(
                program,
                catalog,
                Deployments.none(),
                (framework, environment) -> Configuration.none(),
                DeclaredDatabase.nothing());
    }
}
