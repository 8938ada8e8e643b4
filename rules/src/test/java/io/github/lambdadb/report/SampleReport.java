package io.github.lambdadb.report;

import io.github.lambdadb.facts.Behaviour;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.DeclaredDatabase;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.EagerOpening;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.LoginBound;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.ProgramName;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Renewal;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.facts.SourceUse;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.facts.UseAfterClose;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RuleFailure;
import io.github.lambdadb.issue.CheckReport.RulePage;
import io.github.lambdadb.issue.Fingerprint;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Outcome;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Option;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A report with one of everything that a reporter must be able to retell, and with secrets that it must not. */
public final class SampleReport {
    public static final String SECRET = "hunter2";
    public static final RuleDescriptor RULE = new RuleDescriptor(
            "oversized-pool",
            "Pool opens more connections than one execution environment can use",
            Category.POOLING,
            Severity.WARNING,
            "1.0",
            List.of(new Option<>("limit", 2, "Connections that one execution environment may open.")));
    private static final String FILE = "order service/src/main/java/com/acme/Größe.java";
    private static final Subject SUBJECT = new Subject(FILE, "com.acme.Orders.<clinit>()", "POOL");
    private static final String URL = "jdbc:postgresql://app:" + SECRET + "@db:5432/orders?password=" + SECRET + "&x=y";

    private SampleReport() {}

    public static CheckReport full() {
        return new CheckReport(
                List.of(RULE),
                List.of(new RulePage(RULE.id(), page())),
                List.of(
                        issue(Severity.WARNING, new Location(FILE, 23, 9, 23, 40), new Status.Open()),
                        issue(Severity.ERROR, new Location(FILE, 30, 5, 34, 2), new Status.Open()),
                        issue(
                                Severity.NOTE,
                                new Location(FILE, 40, 5, 40, 6),
                                new Status.Suppressed("inSource", "agreed in issue 7")),
                        issue(Severity.NOTE, Location.ofLine(FILE, 50), new Status.Baselined())),
                facts(),
                List.of(new RuleFailure("broken-rule", "java.lang.IllegalStateException: no")),
                new Outcome.Failed("2 findings at or above 'warning': 1 error, 1 warning.", Severity.WARNING),
                List.of(new Baseline(
                        List.of(new Baseline.Entry(FILE, RULE.id(), SUBJECT.member(), SUBJECT.name(), "ab50")))));
    }

    public static CheckReport empty() {
        return new CheckReport(
                List.of(),
                List.of(),
                List.of(),
                Facts.none(new Coverage(7, 0, 0, 0, 0)),
                List.of(),
                new Outcome.Passed());
    }

    public static String page() {
        return """
                ## What it reports

                A pool that may open more connections than `limit`, with **far** more words in this sentence than one line of
                a terminal can hold. See [the manual](https://example.org/manual).

                - first
                - second

                ```java
                config.setPassword("secret");
                ```
                """;
    }

    private static Issue issue(Severity severity, Location location, Status status) {
        Evidence evidence = Evidence.of(Location.ofLine(FILE, 11), "the handler 'Orders' calls open()")
                .then(Evidence.of(new Location(FILE, 23, 9, 23, 40), "opens " + URL));
        Finding finding = new Finding(
                location, SUBJECT, "The pool of " + URL + " may open 10 connections.", Certainty.DEFINITE, evidence);
        return new Issue(RULE, finding, severity, new Fingerprint("ab" + location.line()), status);
    }

    private static Facts facts() {
        LambdaFunction function =
                LambdaFunction.inCode("Orders", "com.acme.Orders::handleRequest", Location.ofLine(FILE, 11));
        DatabaseCall call = new DatabaseCall(Location.ofLine(FILE, 60), SUBJECT, "executeQuery", Evidence.none());
        ConnectionSource source = new ConnectionSource(
                ConnectionSource.Kind.POOL,
                "HikariCP",
                "5.1.0",
                SUBJECT,
                Location.ofLine(FILE, 23),
                Lifetime.ENVIRONMENT,
                List.of(function),
                Map.of(Property.MAXIMUM_SIZE, size(), Property.PASSWORD, password(), Property.IDLE_TIMEOUT, idle()),
                new Value.Known<>(new JdbcUrl(URL, "postgresql", List.of(), Map.of(), true, false), Evidence.none()),
                new ProgramName(ProgramName.State.ABSENT, "no ApplicationName", Evidence.none()),
                List.of(new IdleTimeoutStory(
                        IdleTimeoutStory.Grade.CLIENT_TIMER, "idleTimeout of HikariCP", Evidence.none())),
                new Renewal(Renewal.Kind.VALIDATED_ON_BORROW, "", Evidence.none()),
                List.of(call),
                List.of(),
                Evidence.none(),
                List.of(new IgnoredSetting(
                        "keepaliveTime",
                        "5 s",
                        IgnoredSetting.Fate.REPLACED,
                        "0 s",
                        "less than 30 s switches it off",
                        Certainty.DEFINITE,
                        Evidence.of(Location.ofLine(FILE, 25), "set here"))),
                List.of(new EagerOpening(size(), EagerOpening.Purpose.KEPT)),
                List.of(),
                SourceUse.plain(),
                LoginBound.notSeen());
        Gap gap = new Gap(Gap.Kind.UNPARSABLE_FILE, new Location("src/Broken.java", 3, 7, 3, 8), "expected ';'");
        return new Facts(
                List.of(function),
                List.of(source),
                List.of(new Opening(
                        Opening.Kind.LOAN,
                        "connection",
                        new Subject(FILE, "com.acme.Db.open()", "connection"),
                        Location.ofLine(FILE, 30),
                        List.of(function),
                        Opening.Release.NOT_ON_FAILURE,
                        Evidence.of(Location.ofLine(FILE, 31), "'prepareStatement' may fail"),
                        List.of(1),
                        List.of(Location.ofLine(FILE, 29)),
                        Evidence.none())),
                List.of(new UseAfterClose(
                        "HikariCP pool",
                        new Subject(FILE, "com.acme.Db.open()", "dataSource"),
                        List.of(function),
                        Evidence.of(Location.ofLine(FILE, 32), "is closed"),
                        call,
                        Certainty.DEFINITE)),
                List.of(call),
                List.of(),
                Behaviour.none(),
                List.of(),
                List.of(gap, new Gap(Gap.Kind.UNFOLLOWED_CALL, Location.ofLine(FILE, 9), "reflection")),
                new DeclaredDatabase(List.of(Duration.ofSeconds(60)), List.of(), 1000, 0),
                Deployments.none(),
                List.of(),
                new Coverage(14, 5, 3, 40, 2));
    }

    private static Setting size() {
        return new Setting(
                Property.MAXIMUM_SIZE,
                "maximumPoolSize",
                new Value.Choice<>(
                        List.of(
                                new Value.Known<>("10", Evidence.of(Location.ofLine(FILE, 24), "set here")),
                                new Value.Known<>("20", Evidence.none())),
                        false),
                Setting.Origin.CODE);
    }

    private static Setting password() {
        return new Setting(
                Property.PASSWORD, "password", new Value.Known<>(SECRET, Evidence.none()), Setting.Origin.CODE);
    }

    private static Setting idle() {
        return new Setting(
                Property.IDLE_TIMEOUT, "idleTimeout", new Value.Unknown<>("from the network"), Setting.Origin.UNKNOWN);
    }
}
