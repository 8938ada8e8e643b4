package io.github.lambdadb.report;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCapacity;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RulePage;
import io.github.lambdadb.issue.Fingerprint;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sample with what templates deploy, and with names and messages that mean something to every format. */
final class HostileReport {
    static final String MESSAGE =
            "A <b>\"bold\"</b> & 'quoted' | 100 % ünïcode 😀 `code` @team #7\r\nsecond <script>alert(1)</script>\u0007 \ud800.";
    private static final String FILE = "a,b: c/<100%> & ä|_.java";
    private static final Location TEMPLATE = Location.ofLine("template.yaml", 4);
    private static final RuleDescriptor RULE = new RuleDescriptor(
            "missing-program-name",
            "Sessions do not carry the <name> of the program",
            Category.IDENTIFICATION,
            Severity.NOTE,
            "1.0",
            List.of());

    private HostileReport() {}

    static CheckReport report() {
        CheckReport sample = SampleReport.full();
        List<Issue> issues = new ArrayList<>(sample.issues());
        issues.add(issue(Severity.NOTE, 7, "cd07", new Status.Open()));
        issues.add(issue(Severity.WARNING, 8, "cd08", new Status.Open()));
        issues.add(issue(Severity.WARNING, 9, "cd08", new Status.Open()));
        issues.add(issue(Severity.NOTE, 10, "cd10", new Status.Suppressed("inSource", "a | b <i> & `c`")));
        return new CheckReport(
                List.of(RULE, SampleReport.RULE),
                List.of(new RulePage(RULE.id(), """
                        ## What it reports

                        <script>alert(2)</script>

                        And <b>more</b>, with [a link](javascript:alert(3)).

                        | Driver | Key |
                        |---|---|
                        | pgjdbc | `ApplicationName` |
                        """), sample.pages().get(0)),
                issues,
                facts(sample.facts()),
                sample.failures(),
                sample.outcome(),
                sample.baselines());
    }

    private static Issue issue(Severity severity, int line, String fingerprint, Status status) {
        Finding finding = new Finding(
                new Location(FILE, line, 3, line, 9),
                new Subject(FILE, "com.acme.<clinit>()", "<POOL>"),
                MESSAGE,
                Certainty.DEFINITE,
                Evidence.of(Location.ofLine(FILE, 2), "calls <init> & more"));
        return new Issue(RULE, finding, severity, new Fingerprint(fingerprint), status);
    }

    private static Facts facts(Facts sample) {
        DeployedFunction deployed = new DeployedFunction(
                "OrdersFunction",
                TEMPLATE,
                Map.of(
                        DeployedFunction.Attribute.RESERVED_CONCURRENCY, known("40"),
                        DeployedFunction.Attribute.TIMEOUT, known("30")),
                Map.of("DB_PASSWORD", known(SampleReport.SECRET), "STAGE", known("<prod>")),
                false,
                List.of(new Trigger(
                        Trigger.Kind.SQS, TEMPLATE, Map.of(Trigger.Bound.MAXIMUM_CONCURRENCY, known("20")))));
        DeployedDatabase database = new DeployedDatabase(
                "OrdersDb",
                DeployedDatabase.Kind.INSTANCE,
                Location.ofLine("template.yaml", 30),
                Map.of(DeployedDatabase.Attribute.ENGINE, known("postgres")),
                Map.of("max_connections", known("100")),
                true);
        LambdaFunction inCode = sample.functions().get(0);
        LambdaFunction function =
                new LambdaFunction(inCode.name(), inCode.handler(), inCode.location(), List.of(deployed));
        return new Facts(
                List.of(function),
                List.of(source(sample.sources().get(0), function, database)),
                sample.openings(),
                sample.usesAfterClose(),
                sample.calls(),
                sample.schemaChanges(),
                sample.behaviour(),
                sample.tracers(),
                sample.gaps(),
                sample.database(),
                new Deployments(List.of(deployed), List.of(database), List.of(), List.of()),
                List.of(new DatabaseCapacity(
                        database,
                        database.location(),
                        100,
                        true,
                        3,
                        "superusers",
                        "max_connections",
                        Certainty.DEFINITE,
                        Evidence.none())),
                sample.coverage());
    }

    private static ConnectionSource source(
            ConnectionSource sample, LambdaFunction function, DeployedDatabase database) {
        return new ConnectionSource(
                sample.kind(),
                sample.product(),
                sample.version(),
                sample.subject(),
                sample.site(),
                sample.lifetime(),
                List.of(function),
                sample.settings(),
                sample.urls(),
                sample.programName(),
                sample.idleTimeoutStories(),
                sample.renewal(),
                sample.unguardedCalls(),
                sample.closedChecks(),
                sample.path(),
                sample.ignoredSettings(),
                sample.eagerOpenings(),
                List.of(new Endpoint(
                        Endpoint.Kind.INSTANCE, List.of(database), List.of(), Certainty.DEFINITE, Evidence.none())),
                sample.use(),
                sample.loginBound());
    }

    private static Value<String> known(String text) {
        return new Value.Known<>(text, Evidence.of(TEMPLATE, "set here"));
    }
}
