package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * A database that a template deploys: an instance, or a cluster with its instances.
 *
 * @param id the name in the template; endpoints are written with it: <code>${id.Endpoint.Address}</code>
 * @param attributes what the template says of it; an attribute that is not there is not set
 * @param parameters the parameters of its parameter groups, by lower-case name; those of the instance win over the cluster's
 * @param parametersComplete whether every parameter group was read
 */
public record DeployedDatabase(
        String id,
        Kind kind,
        Location location,
        Map<Attribute, Value<String>> attributes,
        Map<String, Value<String>> parameters,
        boolean parametersComplete) {
    /** What sort of database. */
    public enum Kind {
        INSTANCE,
        CLUSTER,
        DSQL
    }

    /** What may be said of a database. */
    public enum Attribute {
        /** {@code postgres}, {@code mysql}, {@code aurora-postgresql}, {@code aurora-mysql}, {@code mariadb} … */
        ENGINE,
        ENGINE_VERSION,
        /** {@code db.t4g.micro}, {@code db.serverless}. */
        INSTANCE_CLASS,
        /** Aurora capacity units. */
        MINIMUM_CAPACITY,
        /** Aurora capacity units. */
        MAXIMUM_CAPACITY,
        /** Seconds. */
        AUTO_PAUSE,
        DATABASE_NAME,
        PORT,
        IAM_AUTHENTICATION,
        /** Whether the Data API is on. */
        DATA_API
    }

    public DeployedDatabase {
        attributes = Map.copyOf(attributes);
        parameters = Map.copyOf(parameters);
    }

    public Optional<Value<String>> attribute(Attribute attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public Optional<Value<String>> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
