package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.EagerOpening;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.GivenCredential;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.KeptSession;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.LoginBound;
import io.github.lambdadb.facts.Pinning;
import io.github.lambdadb.facts.ProgramName;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Renewal;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.facts.SourceUse;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.facts.ThreadSharing;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what a run saw into facts about connection sources. */
final class SourceFacts {
    private static final SettingsInForce NOTHING_SET = new SettingsInForce(Map.of(), List.of());

    private final Run run;
    private final Machine machine;
    private final Sources sources;
    private final Renewals renewals;

    SourceFacts(Run run) {
        this.run = run;
        this.machine = run.machine();
        this.sources = run.sources();
        this.renewals = new Renewals(run);
    }

    Map<HeapObject, ConnectionSource> all() {
        Map<HeapObject, ConnectionSource> facts = new LinkedHashMap<>();
        for (HeapObject source : machine.recorder().sources()) {
            sources.modelOf(source)
                    .ifPresent(model -> facts.put(source, run.reading(source, () -> fact(source, model))));
        }
        borrowed().forEach(session -> session(session).ifPresent(fact -> facts.put(session, fact)));
        return facts;
    }

    private ConnectionSource fact(HeapObject object, SourceModel model) {
        SourceModel inForce = Delegation.of(machine, sources.bag(), object, model);
        Value<JdbcUrl> urls = new UrlFacts(machine, sources).of(object);
        DriverSettings driverSettings = new DriverSettings(machine, sources);
        SettingsInForce settings = settings(object, model, inForce, urls);
        LoginBound loginBound = isAskedByAnother(object)
                ? LoginBound.notSeen()
                : new LoginBounds(machine, sources).of(object, inForce, settings.settings(), driverSettings, urls);
        DriverSettings.add(settings.settings(), driverSettings.of(object, urls));
        ProgramName name = new ProgramNames(machine, sources).of(object, urls, sessionsOf(object));
        List<Endpoint> endpoints =
                endpoints().of(urls, Optional.ofNullable(settings.settings().get(Property.HOST)));
        List<IdleTimeoutStory> stories = new ArrayList<>(new IdleStories(run).of(object, settings, urls, endpoints));
        if (renewals.isAgeChecked(object)) {
            stories.add(new IdleTimeoutStory(
                    IdleTimeoutStory.Grade.AGE_CHECKED, "its age is checked before it is used", Evidence.none()));
        }
        boolean kept = run.isKept(object);
        Renewal renewal = renewals.of(object, inForce, kept, settings.settings());
        List<DatabaseCall> calls = kept ? Renewals.calls(renewals.unguarded(object)) : List.of();
        return new ConnectionSource(
                inForce.kind(),
                product(inForce, urls),
                Delegation.version(machine, inForce),
                subject(object, inForce),
                object.site(),
                lifetime(object, kept),
                List.of(run.function()),
                settings.settings(),
                urls,
                name,
                stories,
                renewal,
                calls,
                kept ? renewals.closedChecks(object) : List.of(),
                path(object),
                settings.ignored(),
                EagerOpenings.of(inForce, settings),
                endpoints,
                use(
                        object,
                        inForce,
                        EagerOpenings.of(inForce, settings),
                        new Pinnings(machine).of(object, urls, endpoints)),
                loginBound);
    }

    /** Whether a pool asks this data source for connections, and decides how long to wait. */
    private boolean isAskedByAnother(HeapObject object) {
        return machine.recorder().sources().stream()
                .flatMap(other -> sources.bag().delegate(other).options().stream())
                .anyMatch(option -> option instanceof Term.Reference reference
                        && reference.object().equals(object));
    }

    private SourceUse use(HeapObject object, SourceModel inForce, List<EagerOpening> eager, List<Pinning> pinnings) {
        return new SourceUse(
                new InitialConnections(run).of(object, inForce, eager),
                keptSessions(object),
                machine.recorder().deepestBorrow(object).stream().toList(),
                machine.recorder().parallelBorrow(object).stream().toList(),
                sharings(object),
                pinnings,
                machine.recorder().snapshotCare(object).stream().toList(),
                credentials(object));
    }

    /** Of itself, and of the data sources that it asks for sessions. */
    private List<GivenCredential> credentials(HeapObject object) {
        return machine.credentials()
                .given(
                        object,
                        new DriverSettings(machine, sources)
                                .chain(object).stream()
                                        .map(each ->
                                                SettingFacts.term(machine, sources.bag(), each, Property.PASSWORD)));
    }

    private List<KeptSession> keptSessions(HeapObject source) {
        return sessionsOf(source).stream()
                .filter(session -> run.isKept(session)
                        && !isBare(session)
                        && !machine.threads().isConfined(session)
                        && !machine.openings().isClosed(run.stateOf(session), session))
                .map(session -> new KeptSession(
                        session.type().substring(session.type().lastIndexOf('.') + 1),
                        session.site(),
                        session.path().then(Evidence.of(session.site(), "is opened"))))
                .toList();
    }

    private boolean isBare(HeapObject session) {
        return machine.types().typeOf(session).equals("java.sql.Connection");
    }

    /** Of the session itself, and of the sessions that it lends. */
    private List<ThreadSharing> sharings(HeapObject object) {
        Reach reach = new Reach(machine, sources);
        return machine.recorder().sharings().stream()
                .filter(sharing -> reach.roots(sharing.session()).contains(object))
                .map(Sharings.Sharing::asFact)
                .toList();
    }

    private Endpoints endpoints() {
        return new Endpoints(machine.catalog(), machine.deployments(), run.function());
    }

    private SettingsInForce settings(HeapObject object, SourceModel model, SourceModel inForce, Value<JdbcUrl> urls) {
        if (inForce.driver().isEmpty()) {
            return Delegation.settings(machine, sources.bag(), object, model, inForce);
        }
        Map<Property, Setting> settings = Delegation.settings(machine, sources.bag(), object, model, inForce)
                .settings();
        String version = Delegation.version(machine, inForce);
        UrlSettings.add(settings, inForce, version, urls);
        return Adjustments.of(inForce, version, settings);
    }

    private String product(SourceModel model, Value<JdbcUrl> urls) {
        if (model.kind() != ConnectionSource.Kind.CONNECTION) {
            return model.name();
        }
        return urls.candidates().stream()
                .flatMap(url -> machine.catalog().driver(url.value().driver()).stream())
                .map(driver -> driver.name())
                .findFirst()
                .orElse(model.name());
    }

    private Subject subject(HeapObject object, SourceModel model) {
        String fallback = model.kind() == ConnectionSource.Kind.CONNECTION ? "connection" : model.id();
        return new Subject(
                object.site().file(), object.member(), run.nameOf(object).orElse(fallback));
    }

    private static Evidence path(HeapObject object) {
        return object.path().then(Evidence.of(object.site(), "is created"));
    }

    private Lifetime lifetime(HeapObject object, boolean kept) {
        if (kept) {
            return Lifetime.ENVIRONMENT;
        }
        return machine.recorder().escapes(object).isEmpty() ? Lifetime.INVOCATION : Lifetime.UNDETERMINED;
    }

    /** The sessions that were borrowed from a source. */
    private List<HeapObject> sessionsOf(HeapObject source) {
        return borrowed().stream()
                .filter(session -> run.connections().reach().roots(session).contains(source))
                .toList();
    }

    private List<HeapObject> borrowed() {
        return machine.recorder().sessions();
    }

    /** A borrowed connection that is kept is a source of its own: the pool or data source behind it cannot renew it. */
    private Optional<ConnectionSource> session(HeapObject session) {
        if (!isBare(session) || !run.isKept(session)) {
            return Optional.empty();
        }
        return run.reading(session, () -> Optional.of(keptSession(session)));
    }

    private ConnectionSource keptSession(HeapObject session) {
        Value<JdbcUrl> urls = run.connections().reach().roots(session).stream()
                .filter(root -> sources.modelOf(root).isPresent())
                .findFirst()
                .map(root -> new UrlFacts(machine, sources).of(root))
                .orElse(new Value.Unknown<>("the source of the connection is not known"));
        List<IdleTimeoutStory> stories = new ArrayList<>();
        List<Endpoint> endpoints = endpoints().of(urls, Optional.empty());
        run.connections()
                .reach()
                .roots(session)
                .forEach(root -> sources.modelOf(root)
                        .ifPresent(
                                model -> stories.addAll(new IdleStories(run).of(root, NOTHING_SET, urls, endpoints))));
        String product = urls.candidates().stream()
                .flatMap(url -> machine.catalog().driver(url.value().driver()).stream())
                .map(driver -> driver.name())
                .findFirst()
                .orElse("JDBC");
        return new ConnectionSource(
                ConnectionSource.Kind.CONNECTION,
                product,
                "",
                new Subject(
                        session.site().file(),
                        session.member(),
                        run.nameOf(session).orElse("connection")),
                session.site(),
                Lifetime.ENVIRONMENT,
                List.of(run.function()),
                Map.of(),
                urls,
                new ProgramName(
                        ProgramName.State.EXEMPT, "It is named by the source it was borrowed from.", Evidence.none()),
                stories,
                renewals.ofSession(session),
                Renewals.calls(renewals.unguarded(session)),
                renewals.closedChecks(session),
                path(session),
                List.of(),
                List.of(),
                endpoints,
                new SourceUse(
                        new InitialConnections(run).ofSession(session),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                LoginBound.notSeen());
    }
}
