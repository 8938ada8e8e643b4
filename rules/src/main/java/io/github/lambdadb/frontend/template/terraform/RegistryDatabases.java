package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.DeployedDatabase.Kind;
import java.util.Optional;

/** Databases that modules of a registry make; the names of what they are told are those of their own variables. */
final class RegistryDatabases {
    private RegistryDatabases() {}

    static DeployedDatabase instance(Resource module, Inventory inventory) {
        ParameterGroup group = group(
                module,
                inventory,
                "create_db_parameter_group",
                "parameter_group_name",
                "parameters",
                "aws_db_parameter_group");
        Said<Attribute> said = DatabaseReader.engine(module, module.argument("iam_database_authentication_enabled"))
                .put(Attribute.INSTANCE_CLASS, module.argument("instance_class"))
                .put(Attribute.DATABASE_NAME, module.argument("db_name"));
        return new DeployedDatabase(
                module.address(), Kind.INSTANCE, module.location(), said.all(), group.parameters(), group.isComplete());
    }

    static DeployedDatabase cluster(Resource module, Inventory inventory) {
        ParameterGroup cluster = group(
                module,
                inventory,
                "create_db_cluster_parameter_group",
                "db_cluster_parameter_group_name",
                "db_cluster_parameter_group_parameters",
                "aws_rds_cluster_parameter_group");
        ParameterGroup own = group(
                module,
                inventory,
                "create_db_parameter_group",
                "db_parameter_group_name",
                "db_parameter_group_parameters",
                "aws_db_parameter_group");
        ParameterGroup group = own.over(cluster);
        Said<Attribute> said = DatabaseReader.engine(module, module.argument("iam_database_authentication_enabled"))
                .put(Attribute.INSTANCE_CLASS, instanceClass(module))
                .put(Attribute.DATABASE_NAME, module.argument("database_name"))
                .put(Attribute.DATA_API, module.argument("enable_http_endpoint"));
        return new DeployedDatabase(
                module.address(),
                Kind.CLUSTER,
                module.location(),
                DatabaseReader.scaled(said, module).all(),
                group.parameters(),
                group.isComplete());
    }

    /** Each instance has the class that all have, unless it is given one of its own. */
    private static Term instanceClass(Resource module) {
        Term common = module.argument("instance_class");
        Term instances = module.argument("instances");
        if (instances.items().isEmpty()) {
            return common;
        }
        return instances.items().get().stream()
                .map(instance -> instance.member("instance_class"))
                .map(own -> own.isNothing() ? common : own)
                .filter(term -> !term.isNothing())
                .reduce(Doubt::either)
                .orElse(common);
    }

    private static ParameterGroup group(
            Resource module, Inventory inventory, String create, String name, String parameters, String type) {
        boolean isNamedElsewhere = Texts.exact(module.argument(create)).equals(Optional.of("false"))
                || !inventory.meant(module.argument(name), type).isEmpty();
        return isNamedElsewhere
                ? ParameterGroup.named(module.argument(name), inventory, type)
                : ParameterGroup.of(module.argument(parameters));
    }
}
