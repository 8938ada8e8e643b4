package io.github.lambdadb.check;

import io.github.lambdadb.facts.Behaviour;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.DatabaseCapacity;
import io.github.lambdadb.facts.DeclaredDatabase;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.RotatedSecret;
import io.github.lambdadb.facts.SchemaChange;
import io.github.lambdadb.facts.Tracer;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RulePage;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.rule.RuleDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the reports of several modules together; what two modules both saw counts once. */
public final class Reports {
    static final Comparator<Issue> ISSUES = Comparator.<Issue, io.github.lambdadb.source.Location>comparing(
                    issue -> issue.finding().location())
            .thenComparing(issue -> issue.rule().id())
            .thenComparing(issue -> issue.finding().message())
            .thenComparing(issue -> issue.fingerprint().value());

    private static final Comparator<Gap> GAPS =
            Comparator.comparing(Gap::location).thenComparing(Gap::kind).thenComparing(Gap::reason);

    private Reports() {}

    /** The report of a whole reactor. */
    public static CheckReport together(Collection<CheckReport> modules, FailOn failOn) {
        List<Issue> issues = all(modules, CheckReport::issues).sorted(ISSUES).toList();
        return new CheckReport(
                all(modules, CheckReport::rules)
                        .sorted(Comparator.comparing(RuleDescriptor::id))
                        .toList(),
                all(modules, CheckReport::pages)
                        .sorted(Comparator.comparing(RulePage::rule))
                        .toList(),
                issues,
                facts(modules),
                all(modules, CheckReport::failures).toList(),
                FailurePolicy.outcome(issues, failOn),
                all(modules, CheckReport::baselines).toList());
    }

    /** The report with what the baselines hold taken as accepted. */
    public static CheckReport accepting(List<Baseline> baselines, CheckReport report, FailOn failOn) {
        List<Issue> issues = report.issues().stream()
                .map(issue -> issue.isOpen() && baselines.stream().anyMatch(baseline -> baseline.holds(issue))
                        ? issue.withStatus(new Status.Baselined())
                        : issue)
                .toList();
        return new CheckReport(
                report.rules(),
                report.pages(),
                issues,
                report.facts(),
                report.failures(),
                FailurePolicy.outcome(issues, failOn),
                baselines);
    }

    static Facts withGaps(Facts facts, List<Gap> gaps) {
        return new Facts(
                facts.functions(),
                facts.sources(),
                facts.openings(),
                facts.usesAfterClose(),
                facts.calls(),
                facts.schemaChanges(),
                facts.behaviour(),
                facts.tracers(),
                gaps.stream().distinct().sorted(GAPS).toList(),
                facts.database(),
                facts.deployments(),
                facts.capacities(),
                facts.coverage());
    }

    private static Facts facts(Collection<CheckReport> modules) {
        return new Facts(
                all(modules, report -> report.facts().functions())
                        .sorted(Comparator.comparing(LambdaFunction::handler).thenComparing(LambdaFunction::name))
                        .toList(),
                all(modules, report -> report.facts().sources())
                        .sorted(Comparator.comparing(ConnectionSource::site))
                        .toList(),
                all(modules, report -> report.facts().openings())
                        .sorted(Comparator.comparing(Opening::site))
                        .toList(),
                all(modules, report -> report.facts().usesAfterClose()).toList(),
                all(modules, report -> report.facts().calls())
                        .sorted(Comparator.comparing(DatabaseCall::location))
                        .toList(),
                all(modules, report -> report.facts().schemaChanges())
                        .sorted(Comparator.comparing(SchemaChange::site))
                        .toList(),
                modules.stream().map(report -> report.facts().behaviour()).reduce(Behaviour.none(), Behaviour::and),
                all(modules, report -> report.facts().tracers())
                        .sorted(Comparator.comparing(Tracer::name))
                        .toList(),
                all(modules, report -> report.facts().gaps()).sorted(GAPS).toList(),
                new DeclaredDatabase(
                        all(modules, report -> report.facts().database().serverIdleTimeouts())
                                .toList(),
                        all(modules, report -> report.facts().database().proxies())
                                .sorted()
                                .toList(),
                        modules.stream()
                                .mapToInt(report -> report.facts().database().accountConcurrency())
                                .max()
                                .orElse(DeclaredDatabase.ACCOUNT_CONCURRENCY),
                        modules.stream()
                                .mapToInt(report -> report.facts().database().otherSessions())
                                .max()
                                .orElse(0)),
                new Deployments(
                        all(modules, report -> report.facts().deployments().functions())
                                .sorted(Comparator.comparing(DeployedFunction::location))
                                .toList(),
                        all(modules, report -> report.facts().deployments().databases())
                                .sorted(Comparator.comparing(DeployedDatabase::location))
                                .toList(),
                        all(modules, report -> report.facts().deployments().proxies())
                                .sorted(Comparator.comparing(DeployedProxy::location))
                                .toList(),
                        all(modules, report -> report.facts().deployments().rotatedSecrets())
                                .sorted(Comparator.comparing(RotatedSecret::location))
                                .toList()),
                all(modules, report -> report.facts().capacities())
                        .sorted(Comparator.comparing(DatabaseCapacity::site))
                        .toList(),
                modules.stream()
                        .map(report -> report.facts().coverage())
                        .reduce(new Coverage(0, 0, 0, 0, 0), Coverage::plus));
    }

    private static <T> Stream<T> all(Collection<CheckReport> modules, Function<CheckReport, List<T>> part) {
        return modules.stream().flatMap(report -> part.apply(report).stream()).distinct();
    }
}
