package io.github.lambdadb.check;

import io.github.lambdadb.analysis.Analysis;
import io.github.lambdadb.analysis.AnalysisInput;
import io.github.lambdadb.facts.DeclaredDatabase;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.frontend.config.ModuleConfiguration;
import io.github.lambdadb.frontend.java.JavaProgram;
import io.github.lambdadb.frontend.template.ProxyDeclarations;
import io.github.lambdadb.frontend.template.module.Templates;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rules.TestClassPath;
import io.github.lambdadb.testkit.Expectations;
import io.github.lambdadb.testkit.Fixture;
import io.github.lambdadb.testkit.RuleVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fixture whose sources are read once and kept, with the libraries that it names, so that judging it again costs no more than
 * the analysis and the rules. It is never closed: who comes next in this JVM asks again.
 */
record KeptFixture(
        String name, CheckRequest request, JavaProgram program, AnalysisInput input, Expectations expectations) {

    private static final Path FIXTURES = Path.of("src/test/fixtures");
    private static final List<Rule> INSTALLED = RuleSet.installed();
    private static final NamedLibraries LIBRARIES = new NamedLibraries(TestClassPath.entries());
    private static final Map<String, String> VERSIONS = JarVersions.of(TestClassPath.entries(), Catalog.builtIn());

    /** Group and case of each fixture. */
    static List<String> names() {
        try (Stream<Path> folders = Files.walk(FIXTURES, 2)) {
            return folders.filter(Files::isDirectory)
                    .map(FIXTURES::relativize)
                    .filter(folder -> folder.getNameCount() == 2)
                    .map(folder -> folder.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The fixtures cannot be read.", unreadable);
        }
    }

    static KeptFixture read(String name) {
        Fixture fixture = new Fixture(FIXTURES.resolve(name));
        Catalog catalog = Catalog.builtIn();
        List<Path> classPath = LIBRARIES.of(fixture.folder());
        Map<String, String> versions = new TreeMap<>(VERSIONS);
        versions.putAll(fixture.artifacts());
        Dependencies dependencies = new Dependencies(classPath, versions, List.of());
        CheckRequest request = new CheckRequest(
                fixture.folder(),
                fixture.folder(),
                fixture.sourceRoots(),
                List.of(),
                fixture.resourceRoots(),
                List.of(),
                fixture.artifacts().keySet(),
                () -> dependencies,
                file -> true,
                false,
                RuleVerifier.askingFor(name.substring(0, name.indexOf('/'))));
        JavaProgram program = JavaProgram.open(
                Checker.inputs(request, dependencies), Knowledge.builtIn().tokens(), catalog.typeNames());
        AnalysisInput input = new AnalysisInput(
                program,
                catalog,
                Templates.of(request.root(), request.module(), request.codeRoots(), request.templates())
                        .deployments(),
                new ModuleConfiguration(catalog, request.resourceRoots(), request.root()),
                request.declared(),
                new DeclaredDatabase(List.of(), ProxyDeclarations.below(fixture.folder()), 1000, 0));
        return new KeptFixture(name, request, program, input, Expectations.of(fixture));
    }

    /** Analysed anew. */
    Facts facts() {
        boolean mayHoldFunctions = program.mayHoldFunctions()
                || !input.deployments().functions().isEmpty()
                || !input.declared().isEmpty();
        return mayHoldFunctions ? Analysis.analyse(input) : Facts.none(program.coverage());
    }

    /** Where the report on these facts and the fixture's marks differ. */
    List<String> differences(Facts facts) {
        Suppressions suppressions = program.mayHoldFunctions()
                ? new Suppressions(
                        new FileMarks(request.root(), program::suppressions),
                        program.ownSuppressions(),
                        List.of(),
                        List.of())
                : Suppressions.none();
        CheckReport report = Judgement.of(RuleSet.of(INSTALLED, request.policy()), request, finding -> List.of())
                .over(facts, suppressions);
        return expectations.differences(report, judged(report));
    }

    /** All rules in a group that begins with {@code _}; otherwise the group's own, and those that the marks name. */
    private Set<String> judged(CheckReport report) {
        if (name.startsWith("_")) {
            return report.rules().stream().map(RuleDescriptor::id).collect(Collectors.toSet());
        }
        Set<String> judged = new TreeSet<>(expectations.rules());
        judged.add(name.substring(0, name.indexOf('/')));
        return judged;
    }
}
