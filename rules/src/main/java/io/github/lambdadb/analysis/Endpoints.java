package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.Endpoint.Kind;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Joins a source to the database and the proxy that templates deploy. A URL that is made of a deployed endpoint names it; where
 * only the running function knows the host, the variables of the function and the engine of the driver leave what it may be.
 */
final class Endpoints {
    /** How RDS and DSQL name their hosts; the first that fits counts (guides of RDS, Aurora and DSQL). */
    private static final Map<Pattern, Kind> HOSTS = hosts();

    private final Catalog catalog;
    private final Deployments deployments;
    private final LambdaFunction function;

    Endpoints(Catalog catalog, Deployments deployments, LambdaFunction function) {
        this.catalog = catalog;
        this.deployments = deployments;
        this.function = function;
    }

    /** One endpoint for each URL that the source may have; {@code host} is what is set beside the URL. */
    List<Endpoint> of(Value<JdbcUrl> urls, Optional<Setting> host) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Value.Known<JdbcUrl> url : urls.candidates()) {
            endpoints.add(limited(of(url, host), url.value()));
        }
        if (!urls.isComplete()) {
            endpoints.add(possible(Evidence.none(), Optional.empty()));
        }
        return endpoints;
    }

    /** With what the databases do with idle sessions; those behind a proxy are the proxy's. */
    private Endpoint limited(Endpoint endpoint, JdbcUrl url) {
        List<DriverModel.ServerIdleTimeout> timeouts = catalog.driver(url.driver())
                .map(DriverModel::serverIdleTimeouts)
                .orElse(List.of());
        return endpoint.proxies().isEmpty()
                ? endpoint.with(endpoint.databases().stream()
                        .flatMap(database -> IdleLimits.of(database, timeouts).stream())
                        .toList())
                : endpoint;
    }

    private Endpoint of(Value.Known<JdbcUrl> known, Optional<Setting> host) {
        JdbcUrl url = known.value();
        if (url.exempt()) {
            return new Endpoint(Kind.EMBEDDED, List.of(), List.of(), Certainty.DEFINITE, known.evidence());
        }
        String address = address(url, host);
        List<String> references = GivenTexts.references(address);
        List<DeployedProxy> proxies =
                nearest(deployments.proxies(), DeployedProxy::location, proxy -> isMeant(references, proxy.id()));
        if (!proxies.isEmpty()) {
            Evidence why = declared(proxies, known.evidence());
            return new Endpoint(Kind.PROXY, behind(proxies), proxies, Certainty.DEFINITE, why);
        }
        List<DeployedDatabase> databases = nearest(
                deployments.databases(), DeployedDatabase::location, database -> isMeant(references, database.id()));
        if (!databases.isEmpty()) {
            Evidence why = declaredDatabases(databases, known.evidence());
            return new Endpoint(kind(databases, references), databases, List.of(), Certainty.DEFINITE, why);
        }
        Optional<Kind> kind = HOSTS.entrySet().stream()
                .filter(pattern -> pattern.getKey().matcher(address).find())
                .map(Map.Entry::getValue)
                .findFirst();
        if (kind.isPresent()) {
            return new Endpoint(kind.get(), List.of(), List.of(), Certainty.DEFINITE, known.evidence());
        }
        return url.isHostUnknown() || !references.isEmpty() || url.text().contains("…")
                ? possible(known.evidence(), catalog.driver(url.driver()))
                : new Endpoint(Kind.UNKNOWN, List.of(), List.of(), Certainty.DEFINITE, known.evidence());
    }

    /** The URL, and the hosts that are set beside it as a URL would name them. */
    private static String address(JdbcUrl url, Optional<Setting> host) {
        return host.stream()
                .flatMap(setting -> setting.value().candidates().stream())
                .map(known -> " //" + known.value())
                .reduce(url.text(), String::concat);
    }

    /** What the variables of the function name, else what is deployed nearest to it, as far as the engine fits. */
    private Endpoint possible(Evidence evidence, Optional<DriverModel> driver) {
        List<String> given = given();
        List<DeployedProxy> named =
                nearest(deployments.proxies(), DeployedProxy::location, proxy -> isNamed(given, proxy.id()));
        List<DeployedDatabase> reached = Stream.concat(
                        behind(named).stream(),
                        nearest(
                                deployments.databases(),
                                DeployedDatabase::location,
                                database -> isNamed(given, database.id()))
                                .stream())
                .distinct()
                .toList();
        boolean names = !reached.isEmpty() || !named.isEmpty();
        List<DeployedDatabase> databases = (names
                        ? reached
                        : nearest(deployments.databases(), DeployedDatabase::location, database -> true))
                .stream().filter(database -> fits(database, driver)).toList();
        List<DeployedProxy> proxies =
                names ? named : nearest(deployments.proxies(), DeployedProxy::location, proxy -> true);
        Evidence why = declared(proxies, declaredDatabases(databases, evidence));
        return new Endpoint(Kind.UNKNOWN, databases, proxies, Certainty.POSSIBLE, why);
    }

    private static boolean fits(DeployedDatabase database, Optional<DriverModel> driver) {
        return driver.isEmpty()
                || database.attribute(DeployedDatabase.Attribute.ENGINE).stream()
                        .flatMap(engine -> engine.candidates().stream())
                        .allMatch(engine -> isEngineOf(engine.value(), driver.get()));
    }

    private static boolean isNamed(List<String> references, String id) {
        return references.stream().anyMatch(reference -> isPartOf(reference, id));
    }

    /**
     * Of what fits, what stands in the template that deploys the function, else what shares most folders with it: ids are those
     * of one template, and a repository may hold many projects.
     */
    private <T> List<T> nearest(List<T> deployed, Function<T, Location> place, Predicate<T> fits) {
        String from = function.deployments().stream()
                .findFirst()
                .map(DeployedFunction::location)
                .orElse(function.location())
                .file();
        List<T> fitting = deployed.stream().filter(fits).toList();
        int most = fitting.stream()
                .mapToInt(one -> sharedFolders(from, place.apply(one).file()))
                .max()
                .orElse(0);
        return fitting.stream()
                .filter(one -> sharedFolders(from, place.apply(one).file()) == most)
                .toList();
    }

    private static int sharedFolders(String one, String other) {
        String[] first = one.split("/", -1);
        String[] second = other.split("/", -1);
        int shared = 0;
        while (shared < Math.min(first.length, second.length) && first[shared].equals(second[shared])) {
            shared++;
        }
        return shared;
    }

    private static Evidence declared(List<DeployedProxy> proxies, Evidence before) {
        return proxies.stream()
                .map(proxy -> Evidence.of(proxy.location(), "declares the RDS Proxy"))
                .reduce(before, Evidence::then);
    }

    private static Evidence declaredDatabases(List<DeployedDatabase> databases, Evidence before) {
        return databases.stream()
                .map(database -> Evidence.of(database.location(), "declares the database"))
                .reduce(before, Evidence::then);
    }

    /** What the variables of the deployed function refer to. */
    private List<String> given() {
        return function.deployments().stream()
                .map(DeployedFunction::environment)
                .flatMap(environment -> environment.values().stream())
                .flatMap(value -> value.candidates().stream())
                .flatMap(known -> GivenTexts.references(known.value()).stream())
                .toList();
    }

    private List<DeployedDatabase> behind(List<DeployedProxy> proxies) {
        return nearest(
                deployments.databases(),
                DeployedDatabase::location,
                database -> proxies.stream().anyMatch(proxy -> proxy.targets().contains(database.id())));
    }

    private static Kind kind(List<DeployedDatabase> databases, List<String> references) {
        DeployedDatabase database = databases.get(0);
        return switch (database.kind()) {
            case INSTANCE -> Kind.INSTANCE;
            case DSQL -> Kind.DSQL;
            case CLUSTER ->
                references.stream().anyMatch(reference -> isReader(reference, database.id()))
                        ? Kind.READER
                        : Kind.CLUSTER;
        };
    }

    private static boolean isReader(String reference, String id) {
        return isPartOf(reference, id)
                && reference.substring(id.length()).toLowerCase(Locale.ROOT).contains("read");
    }

    private static boolean isMeant(List<String> references, String id) {
        return references.stream()
                .anyMatch(reference -> isPartOf(reference, id)
                        && reference
                                .substring(id.length())
                                .toLowerCase(Locale.ROOT)
                                .matches("\\.(read_?|reader_?)?(endpoint|address).*"));
    }

    private static boolean isPartOf(String reference, String id) {
        return reference.equals(id) || reference.startsWith(id + ".");
    }

    /** {@code aurora-postgresql} and {@code postgres} are engines of PostgreSQL; MariaDB's driver speaks MySQL's protocol. */
    private static boolean isEngineOf(String engine, DriverModel driver) {
        String family = driver.engine().toLowerCase(Locale.ROOT);
        String deployed = engine.toLowerCase(Locale.ROOT);
        boolean speaksMySql = family.contains("mysql") || family.contains("mariadb");
        if (deployed.contains("mysql") || deployed.contains("mariadb")) {
            return speaksMySql;
        }
        return deployed.contains("postgres")
                ? family.contains("postgres")
                : !speaksMySql && !family.contains("postgres");
    }

    private static Map<Pattern, Kind> hosts() {
        Map<Pattern, Kind> hosts = new LinkedHashMap<>();
        String rds = "\\.[a-z0-9-]+\\.rds\\.amazonaws\\.com";
        hosts.put(Pattern.compile("\\.proxy-[a-z0-9]+" + rds), Kind.PROXY);
        hosts.put(Pattern.compile("\\.cluster-ro-[a-z0-9]+" + rds), Kind.READER);
        hosts.put(Pattern.compile("\\.cluster-(custom-)?[a-z0-9]+" + rds), Kind.CLUSTER);
        hosts.put(Pattern.compile("\\.dsql\\.[a-z0-9-]+\\.on\\.aws"), Kind.DSQL);
        hosts.put(Pattern.compile(rds), Kind.INSTANCE);
        hosts.put(Pattern.compile("//(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/?;]|$)"), Kind.LOCAL);
        return hosts;
    }
}
