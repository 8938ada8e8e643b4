package io.github.lambdadb.testkit;

import io.github.lambdadb.check.CheckRequest;
import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.Dependencies;
import io.github.lambdadb.check.FixedFiles;
import io.github.lambdadb.check.Fixing;
import io.github.lambdadb.check.Policy;
import io.github.lambdadb.check.UserSetting;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.rule.RuleDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs the installed rules on fixtures and holds the findings against the fixtures' marks; tied to no test framework. */
public final class RuleVerifier {

    private final Dependencies dependencies;
    private final Policy policy;

    private RuleVerifier(Dependencies dependencies, Policy policy) {
        this.dependencies = dependencies;
        this.policy = policy;
    }

    /** Fixtures are analysed with these jars and class folders; their versions are read off a Maven repository's paths. */
    public static RuleVerifier withClassPath(List<Path> classPath) {
        return new RuleVerifier(
                new Dependencies(classPath, ArtifactVersions.of(classPath), List.of()), Policy.defaults());
    }

    /** Fixtures are analysed as if no library could be had. */
    public static RuleVerifier withoutClassPath() {
        return new RuleVerifier(Dependencies.none(), Policy.defaults());
    }

    /** The same, and the rule runs although it may be one that waits to be asked for; others are as by default. */
    public RuleVerifier asking(String rule) {
        return new RuleVerifier(dependencies, askingFor(rule));
    }

    /** The default policy, but that the rule runs if it is one that waits to be asked for. */
    public static Policy askingFor(String rule) {
        return Policy.defaults()
                .withRules(Checker.manual().rules().stream()
                        .filter(RuleDescriptor::isOptIn)
                        .filter(waiting -> waiting.id().equals(rule))
                        .map(waiting ->
                                new UserSetting(waiting.id(), waiting.severity().level(), "by the verifier"))
                        .toList());
    }

    /** The report on a fixture. */
    public CheckReport check(Fixture fixture) {
        return check(fixture.folder(), fixture.sourceRoots(), fixture.resourceRoots(), fixture.artifacts());
    }

    /** The report on sources that are laid out in a way of their own. */
    public CheckReport check(Path root, List<Path> sourceRoots, List<Path> resourceRoots) {
        return check(root, sourceRoots, resourceRoots, Map.of());
    }

    /** What the fixes make of a fixture, which itself stays as it is; {@code most} is the grade up to which they are tried. */
    public FixedFiles fix(Fixture fixture, Grade most) throws IOException {
        CheckRequest request =
                request(fixture.folder(), fixture.sourceRoots(), fixture.resourceRoots(), fixture.artifacts());
        return Fixing.of(request, Checker.check(request), most);
    }

    private CheckReport check(
            Path root, List<Path> sourceRoots, List<Path> resourceRoots, Map<String, String> artifacts) {
        return Checker.check(request(root, sourceRoots, resourceRoots, artifacts));
    }

    private CheckRequest request(
            Path root, List<Path> sourceRoots, List<Path> resourceRoots, Map<String, String> artifacts) {
        Map<String, String> versions = new TreeMap<>(dependencies.versions());
        versions.putAll(artifacts);
        Dependencies known = new Dependencies(dependencies.classPath(), versions, dependencies.missing());
        return new CheckRequest(
                root,
                root,
                sourceRoots,
                List.of(),
                resourceRoots,
                List.of(),
                artifacts.keySet(),
                () -> known,
                file -> true,
                false,
                policy);
    }

    /** All installed rules find what the marks say and nothing else. */
    public void verify(Fixture fixture) {
        verify(fixture, check(fixture));
    }

    /** The rule finds what the marks say and nothing else; others count only where a mark names them. */
    public void verify(Fixture fixture, String rule) {
        verify(fixture, check(fixture), rule);
    }

    /** The report on the fixture holds what the marks say and nothing else. */
    public static void verify(Fixture fixture, CheckReport report) {
        verify(fixture, report, installedRules());
    }

    /** The report on the fixture holds what the marks say of the rule; others count only where a mark names them. */
    public static void verify(Fixture fixture, CheckReport report, String rule) {
        verify(fixture, report, Set.of(rule));
    }

    private static void verify(Fixture fixture, CheckReport report, Set<String> rules) {
        Expectations expectations = Expectations.of(fixture);
        Set<String> judged = new TreeSet<>(rules);
        judged.addAll(expectations.rules());
        List<String> differences = expectations.differences(report, judged);
        if (!differences.isEmpty()) {
            throw new AssertionError(fixture.folder() + "\n  " + String.join("\n  ", differences));
        }
    }

    private static Set<String> installedRules() {
        return Checker.manual().rules().stream().map(RuleDescriptor::id).collect(Collectors.toUnmodifiableSet());
    }
}
