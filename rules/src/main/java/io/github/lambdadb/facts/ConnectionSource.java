package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place where a connection, a data source or a pool comes into being, as one lifetime sees it.
 *
 * @param kind what it is
 * @param product the library as people call it ("HikariCP"), or the driver's for a bare connection
 * @param version the resolved version of the library, empty when not known
 * @param subject the name it is held under, and where
 * @param site where it is created: the line a developer would edit
 * @param functions those that reach it, sorted
 * @param settings the settings in force, defaults included, by property
 * @param urls the JDBC URL as far as it is known
 * @param unguardedCalls calls on it in a later invocation that nothing guards, in order of the path
 * @param closedChecks checks that look like a liveness test and are none
 * @param path from the handler to the creation
 * @param ignoredSettings what was set and is not taken as it is
 * @param eagerOpenings the connections that it opens before any is asked for
 * @param endpoints where its sessions end, one for each URL that it may have
 * @param use what the code does with it beside opening and asking it
 * @param loginBound what ends the opening of a session that the server does not answer
 */
public record ConnectionSource(
        Kind kind,
        String product,
        String version,
        Subject subject,
        Location site,
        Lifetime lifetime,
        List<LambdaFunction> functions,
        Map<Property, Setting> settings,
        Value<JdbcUrl> urls,
        ProgramName programName,
        List<IdleTimeoutStory> idleTimeoutStories,
        Renewal renewal,
        List<DatabaseCall> unguardedCalls,
        List<Evidence> closedChecks,
        Evidence path,
        List<IgnoredSetting> ignoredSettings,
        List<EagerOpening> eagerOpenings,
        List<Endpoint> endpoints,
        SourceUse use,
        LoginBound loginBound) {
    /** What comes into being. */
    public enum Kind {
        /** Holds sessions and lends them. */
        POOL,
        /** Opens a session for each borrower and keeps none. */
        DATA_SOURCE,
        /** One session that is kept by a data source and lent again and again. */
        SINGLE_SESSION,
        /** A bare {@code java.sql.Connection}. */
        CONNECTION
    }

    public ConnectionSource {
        functions = List.copyOf(functions);
        settings = Map.copyOf(settings);
        idleTimeoutStories = List.copyOf(idleTimeoutStories);
        unguardedCalls = List.copyOf(unguardedCalls);
        closedChecks = List.copyOf(closedChecks);
        ignoredSettings = List.copyOf(ignoredSettings);
        eagerOpenings = List.copyOf(eagerOpenings);
        endpoints = List.copyOf(endpoints);
    }

    /** The same as these functions reach it. */
    public ConnectionSource reachedBy(List<LambdaFunction> others) {
        return new ConnectionSource(
                kind,
                product,
                version,
                subject,
                site,
                lifetime,
                others,
                settings,
                urls,
                programName,
                idleTimeoutStories,
                renewal,
                unguardedCalls,
                closedChecks,
                path,
                ignoredSettings,
                eagerOpenings,
                endpoints,
                use,
                loginBound);
    }

    public Optional<Setting> setting(Property property) {
        return Optional.ofNullable(settings.get(property));
    }

    /** The library with its version, or with the remark that it is not known: defaults depend on it. */
    public String library() {
        return version.isEmpty() ? product + ", version not known" : product + " " + version;
    }

    /** The functions as a person would say them: {@code 'A'}, {@code 'A' and 'B'}, {@code 'A' and 6 others}. */
    public String functionNames() {
        return FunctionNames.of(functions);
    }

    /** What it is and whose, to begin a sentence with: {@code The HikariCP pool of 'OrderHandler'}. */
    public String title() {
        return "The " + thing() + " of " + functionNames();
    }

    /** What it is: {@code HikariCP pool}. */
    public String thing() {
        String noun = switch (kind) {
            case POOL -> "pool";
            case DATA_SOURCE -> "data source";
            case SINGLE_SESSION -> "single-session data source";
            case CONNECTION -> "connection";
        };
        // some products are called a pool or a data source already
        return product.endsWith(noun) ? product : (product + " " + noun).trim();
    }

    /** Whether a server holds sessions for it: an embedded database and the Data API have none. */
    public boolean hasServerSessions() {
        return !hasStory(IdleTimeoutStory.Grade.NO_SESSION);
    }

    /** Whether its sessions go to another machine: a server on this one is none that a deployed function asks. */
    public boolean reachesAServer() {
        return hasServerSessions() && endpoints.stream().noneMatch(endpoint -> endpoint.kind() == Endpoint.Kind.LOCAL);
    }

    /** Whether every path of an invocation ends its sessions. */
    public boolean isReleased() {
        return hasStory(IdleTimeoutStory.Grade.RELEASED);
    }

    private boolean hasStory(IdleTimeoutStory.Grade grade) {
        return idleTimeoutStories.stream()
                .anyMatch(story -> story.grade() == grade && story.certainty() == Certainty.DEFINITE);
    }
}
