package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.Set;
import java.util.function.Function;

/**
 * A resource or a data source, once for each of its instances; or what a module of a registry makes.
 *
 * @param address the full address: {@code module.db.aws_db_instance.orders[0]}
 * @param type {@code aws_db_instance}, {@code data.archive_file}, {@code module/rds}
 * @param name the name in the template, with the key of the instance where there are several
 * @param folder where relative paths start from, as locations show it
 * @param isCertain whether it is known that there is exactly this one
 * @param arguments what the template says under a name
 */
record Resource(
        String address,
        String type,
        String name,
        Location location,
        String folder,
        boolean isCertain,
        Function<String, Term> arguments) {
    private static final Set<String> SECRETS = Set.of(
            "password",
            "master_password",
            "password_wo",
            "master_password_wo",
            "secret_string",
            "secret_binary",
            "result");

    /** The value of a parameter may be a secret; a secret's name would hide which secret is meant. */
    private static final Set<String> HIDDEN =
            Set.of("aws_ssm_parameter.value", "data.aws_ssm_parameter.value", "aws_secretsmanager_secret.name");

    /** What the template says under that name; nothing when it says nothing. */
    Term argument(String name) {
        return arguments.apply(name);
    }

    /** The same of the only block of that name, or of the mapping that stands for it. */
    Term argument(String block, String name) {
        Term outer = argument(block);
        Term inner = outer.entries().isEmpty() && outer.items().isPresent() ? outer.member("0") : outer;
        return inner.isNothing() ? inner : inner.member(name);
    }

    /** What other parts of the template see under that name. */
    Term attribute(String attribute) {
        boolean isHidden = SECRETS.contains(attribute) || HIDDEN.contains(type + "." + attribute);
        Term said = isHidden ? Terms.nothing() : argument(attribute);
        if (!said.isNothing()) {
            return said.madeFrom(address);
        }
        return Terms.hole(
                address + "." + attribute,
                Evidence.of(location, "'" + attribute + "' is known when it is deployed"),
                Set.of(address));
    }
}
