package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.DeployedDatabase.Kind;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.RotatedSecret;
import io.github.lambdadb.frontend.template.TemplateFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads databases from resources and from the modules of a registry that make some. */
final class DatabaseReader {
    static final String INSTANCE = "aws_db_instance";
    static final String CLUSTER = "aws_rds_cluster";
    private static final String MEMBER = "aws_rds_cluster_instance";
    private static final String DSQL = "aws_dsql_cluster";
    private static final String INSTANCE_GROUP = "aws_db_parameter_group";
    private static final String CLUSTER_GROUP = "aws_rds_cluster_parameter_group";

    private final TemplateFiles files;
    private final Inventory inventory;

    DatabaseReader(TemplateFiles files, Inventory inventory) {
        this.files = files;
        this.inventory = inventory;
    }

    List<DeployedDatabase> read() {
        return inventory.ofType(INSTANCE, CLUSTER, DSQL, RegistryModules.RDS, RegistryModules.AURORA).stream()
                .filter(DatabaseReader::isMade)
                .map(this::database)
                .toList();
    }

    private static boolean isMade(Resource resource) {
        return Stream.of("create", "create_db_instance")
                .filter(name -> RegistryModules.READ.contains(resource.type()))
                .noneMatch(name -> Texts.exact(resource.argument(name))
                        .filter("false"::equals)
                        .isPresent());
    }

    private DeployedDatabase database(Resource resource) {
        if (!resource.isCertain()) {
            files.gap(
                    Gap.Kind.UNRESOLVED_VALUE,
                    resource.location(),
                    "How often '" + resource.name() + "' is deployed is not known.");
        }
        return switch (resource.type()) {
            case INSTANCE -> instance(resource);
            case CLUSTER -> cluster(resource);
            case DSQL ->
                new DeployedDatabase(
                        resource.address(),
                        Kind.DSQL,
                        resource.location(),
                        new Said<>(Attribute.class).all(),
                        ParameterGroup.NONE.parameters(),
                        true);
            case RegistryModules.RDS -> RegistryDatabases.instance(resource, inventory);
            default -> RegistryDatabases.cluster(resource, inventory);
        };
    }

    private DeployedDatabase instance(Resource resource) {
        ParameterGroup group =
                ParameterGroup.named(resource.argument("parameter_group_name"), inventory, INSTANCE_GROUP);
        Term name = resource.argument("db_name");
        Said<Attribute> said = engine(resource, resource.argument("iam_database_authentication_enabled"))
                .put(Attribute.INSTANCE_CLASS, resource.argument("instance_class"))
                .put(Attribute.DATABASE_NAME, name.isNothing() ? resource.argument("name") : name);
        boolean isCopy = Stream.of("replicate_source_db", "snapshot_identifier", "restore_to_point_in_time")
                .anyMatch(from -> !resource.argument(from).isNothing());
        if (isCopy && resource.argument("engine").isNothing()) {
            said.put(Attribute.ENGINE, Terms.unknown("it is the engine of another database"));
        }
        return new DeployedDatabase(
                resource.address(),
                Kind.INSTANCE,
                resource.location(),
                said.all(),
                group.parameters(),
                group.isComplete());
    }

    private DeployedDatabase cluster(Resource resource) {
        ParameterGroup group =
                ParameterGroup.named(resource.argument("db_cluster_parameter_group_name"), inventory, CLUSTER_GROUP);
        Term instanceClass = resource.argument("db_cluster_instance_class");
        for (Resource member : inventory.ofType(MEMBER)) {
            Term cluster = member.argument("cluster_identifier");
            boolean isOfThis = inventory.meant(cluster, CLUSTER).contains(resource)
                    || (Texts.exact(cluster).isPresent()
                            && Texts.exact(cluster).equals(Texts.exact(resource.argument("cluster_identifier"))));
            if (isOfThis) {
                Term more = member.argument("instance_class");
                instanceClass = instanceClass.isNothing() ? more : Doubt.either(instanceClass, more);
                Term own = member.argument("db_parameter_group_name");
                group = ParameterGroup.named(own, inventory, INSTANCE_GROUP).over(group);
            }
        }
        Said<Attribute> said = engine(resource, resource.argument("iam_database_authentication_enabled"))
                .put(Attribute.INSTANCE_CLASS, instanceClass)
                .put(Attribute.DATABASE_NAME, resource.argument("database_name"))
                .put(Attribute.DATA_API, resource.argument("enable_http_endpoint"));
        return new DeployedDatabase(
                resource.address(),
                Kind.CLUSTER,
                resource.location(),
                scaled(said, resource).all(),
                group.parameters(),
                group.isComplete());
    }

    static Said<Attribute> engine(Resource resource, Term authentication) {
        return new Said<>(Attribute.class)
                .put(Attribute.ENGINE, resource.argument("engine"))
                .put(Attribute.ENGINE_VERSION, resource.argument("engine_version"))
                .put(Attribute.PORT, resource.argument("port"))
                .put(Attribute.IAM_AUTHENTICATION, authentication);
    }

    static Said<Attribute> scaled(Said<Attribute> said, Resource resource) {
        String block = "serverlessv2_scaling_configuration";
        return said.put(Attribute.MINIMUM_CAPACITY, resource.argument(block, "min_capacity"))
                .put(Attribute.MAXIMUM_CAPACITY, resource.argument(block, "max_capacity"))
                .put(Attribute.AUTO_PAUSE, resource.argument(block, "seconds_until_auto_pause"));
    }

    /** Secrets that a rotation names, and those that RDS keeps itself, which it rotates. */
    List<RotatedSecret> rotatedSecrets() {
        List<RotatedSecret> all = new ArrayList<>();
        for (Resource rotation : inventory.ofType("aws_secretsmanager_secret_rotation")) {
            Term secret = rotation.argument("secret_id");
            List<Resource> secrets =
                    inventory.meant(secret, "aws_secretsmanager_secret", "data.aws_secretsmanager_secret");
            String id = secrets.isEmpty()
                    ? secret.text().candidates().stream()
                            .map(known -> known.value())
                            .findFirst()
                            .orElse("")
                    : secrets.get(0).address();
            if (!id.isEmpty()) {
                all.add(new RotatedSecret(id, rotation.location()));
            }
        }
        for (Resource database : inventory.ofType(INSTANCE, CLUSTER)) {
            if (Texts.exact(database.argument("manage_master_user_password"))
                    .filter("true"::equals)
                    .isPresent()) {
                all.add(new RotatedSecret(database.address() + ".master_user_secret", database.location()));
            }
        }
        return all;
    }
}
