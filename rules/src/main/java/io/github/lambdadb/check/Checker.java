package io.github.lambdadb.check;

import io.github.lambdadb.analysis.Analysis;
import io.github.lambdadb.analysis.AnalysisInput;
import io.github.lambdadb.facts.DeclaredDatabase;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.fix.Fixes;
import io.github.lambdadb.frontend.config.ModuleConfiguration;
import io.github.lambdadb.frontend.java.JavaInputs;
import io.github.lambdadb.frontend.java.JavaProgram;
import io.github.lambdadb.frontend.java.SourceRoots;
import io.github.lambdadb.frontend.template.ProxyDeclarations;
import io.github.lambdadb.frontend.template.module.Templates;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The one door to the engine: from a request to a report. */
public final class Checker {
    private Checker() {}

    /** Checks one module; wrong settings throw a {@link ConfigurationException}, wrong input never throws. */
    public static CheckReport check(CheckRequest request) {
        List<Rule> installed = RuleSet.installed();
        RuleSet rules = RuleSet.of(installed, request.policy());
        Knowledge knowledge = Knowledge.of(request);
        // first without class path: most modules hold no function, and finding jars is the slow part
        try (JavaProgram sources =
                JavaProgram.open(inputs(request, Dependencies.none()), knowledge.tokens(), Set.of())) {
            Templates templates =
                    Templates.of(request.root(), request.module(), request.codeRoots(), request.templates());
            CdkApps cdk = request.templates().isEmpty()
                    ? CdkApps.around(request.root(), request.module(), knowledge)
                    : CdkApps.none(request.root(), request.module(), knowledge);
            Deployments deployments = templates.deployments().plus(cdk.deployments());
            if (!mayHoldFunctions(request, sources, deployments, knowledge)) {
                return Judgement.of(rules, request, finding -> List.of())
                        .over(notAnalysed(sources, knowledge), Suppressions.none());
            }
            Catalog catalog = knowledge.catalog();
            Dependencies dependencies = withVersions(request.dependencies().get(), catalog);
            try (JavaProgram program = sources.with(inputs(request, dependencies), catalog.typeNames())) {
                DeclaredDatabase database = new DeclaredDatabase(
                        request.policy().serverIdleTimeouts(),
                        ProxyDeclarations.below(request.root()),
                        request.policy().accountConcurrency(),
                        request.policy().otherSessions());
                ModuleConfiguration configuration =
                        new ModuleConfiguration(catalog, request.resourceRoots(), request.root());
                Facts facts = withGaps(
                        Analysis.analyse(new AnalysisInput(
                                program, catalog, deployments, configuration, request.declared(), database)),
                        Stream.of(
                                        program.gaps().stream(),
                                        templates.gaps().stream(),
                                        cdk.gaps().stream(),
                                        configuration.gaps().stream(),
                                        missing(request, dependencies))
                                .flatMap(gaps -> gaps));
                return Judgement.of(rules, request, new Fixes(request.root(), catalog)::of)
                        .over(facts, suppressions(request, program));
            }
        }
    }

    /** Where other modules use this one too, or may be meant too, this one alone does not show what is silenced. */
    private static Suppressions suppressions(CheckRequest request, JavaProgram program) {
        List<FileSuppression> ofFile = request.policy().suppressions();
        String module = request.relative(request.module());
        return new Suppressions(
                new FileMarks(request.root(), program::suppressions),
                request.isUsedByOthers() ? List.of() : program.ownSuppressions(),
                ofFile,
                ofFile.stream()
                        .filter(suppression -> !request.isUsedByOthers() && suppression.isOnlyAbout(module))
                        .toList());
    }

    private static boolean mayHoldFunctions(
            CheckRequest request, JavaProgram sources, Deployments deployments, Knowledge knowledge) {
        if (sources.mayHoldFunctions()) {
            return true;
        }
        List<ContainerModel> containers = knowledge.containers();
        return Analysis.runsAny(sources, containers, deployments)
                || containers.stream()
                        .flatMap(container -> container.serving().artifacts().stream())
                        .anyMatch(request.declared()::contains);
    }

    private static Dependencies withVersions(Dependencies dependencies, Catalog catalog) {
        return dependencies.versions().isEmpty()
                ? new Dependencies(
                        dependencies.classPath(),
                        JarVersions.of(dependencies.classPath(), catalog),
                        dependencies.missing())
                : dependencies;
    }

    /** Source roots below a folder of any layout. */
    public static List<Path> sourceRoots(Path folder, boolean includeTests) {
        return SourceRoots.find(folder, includeTests);
    }

    /** The installed rules and their pages. */
    public static RuleManual manual() {
        List<Rule> installed = RuleSet.installed();
        return new RuleManual(
                installed.stream().map(Rule::descriptor).toList(),
                installed.stream().map(RulePages::of).toList());
    }

    /** Facts about a module without a function in Java; that there may be one in another language is told. */
    private static Facts notAnalysed(JavaProgram sources, Knowledge knowledge) {
        List<String> packages = knowledge.functions().interfaces().keySet().stream()
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .toList();
        boolean isTold = sources.otherLanguagesHold(packages);
        return Reports.withGaps(
                Facts.none(sources.coverage()),
                sources.gaps().stream()
                        .filter(gap -> isTold && gap.kind() == Gap.Kind.OTHER_LANGUAGE)
                        .toList());
    }

    static JavaInputs inputs(CheckRequest request, Dependencies dependencies) {
        return new JavaInputs(
                request.root(),
                request.ownRoots(),
                request.siblingRoots(),
                request.resourceRoots(),
                dependencies.classPath(),
                dependencies.versions(),
                request.included());
    }

    private static Stream<Gap> missing(CheckRequest request, Dependencies dependencies) {
        return dependencies.missing().stream()
                .map(missing -> new Gap(
                        Gap.Kind.MISSING_DEPENDENCY,
                        Location.ofLine(request.relative(missing.declaredIn()), 1),
                        missing.artifact() + ": " + missing.reason()));
    }

    private static Facts withGaps(Facts facts, Stream<Gap> more) {
        List<Gap> gaps = new ArrayList<>(facts.gaps());
        more.forEach(gaps::add);
        return Reports.withGaps(facts, gaps);
    }
}
