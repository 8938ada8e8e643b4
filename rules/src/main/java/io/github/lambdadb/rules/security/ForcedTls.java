package io.github.lambdadb.rules.security;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Servers that refuse sessions in plain text, so that a driver that negotiates encrypts. */
final class ForcedTls {
    private static final Set<String> PARAMETERS = Set.of("rds.force_ssl", "require_secure_transport");
    private static final Set<String> ON = Set.of("1", "on", "true");

    /** First major versions whose default is {@code rds.force_ssl = 1} (RDS and Aurora User Guides, SSL with PostgreSQL). */
    private static final Map<String, Integer> FORCED_SINCE = Map.of("postgres", 15, "aurora-postgresql", 17);

    private ForcedTls() {}

    static boolean isAt(Endpoint endpoint) {
        return endpoint.certainty() == Certainty.DEFINITE
                && (endpoint.kind() == Endpoint.Kind.DSQL
                        || (endpoint.proxies().isEmpty()
                                && !endpoint.databases().isEmpty()
                                && endpoint.databases().stream().allMatch(ForcedTls::isForced)));
    }

    private static boolean isForced(DeployedDatabase database) {
        if (database.kind() == DeployedDatabase.Kind.DSQL) {
            return true;
        }
        Optional<Value<String>> set = PARAMETERS.stream()
                .flatMap(name -> database.parameter(name).stream())
                .findFirst();
        if (set.isPresent()) {
            return set.get().isComplete()
                    && set.get().candidates().stream()
                            .allMatch(known -> ON.contains(known.value().strip().toLowerCase(Locale.ROOT)));
        }
        return database.parametersComplete() && isForcedByDefault(database);
    }

    private static boolean isForcedByDefault(DeployedDatabase database) {
        Optional<Integer> since =
                text(database, Attribute.ENGINE).flatMap(engine -> Optional.ofNullable(FORCED_SINCE.get(engine)));
        Optional<Integer> major = text(database, Attribute.ENGINE_VERSION)
                .map(version -> version.split("[.]", 2)[0])
                .filter(number -> number.matches("\\d{1,3}"))
                .map(Integer::valueOf);
        return since.isPresent() && major.isPresent() && major.get() >= since.get();
    }

    private static Optional<String> text(DeployedDatabase database, Attribute attribute) {
        return database.attribute(attribute)
                .filter(value -> value.isComplete() && value.candidates().size() == 1)
                .map(value -> value.candidates().get(0).value());
    }
}
