package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects of AWS CDK (aws-cdk-lib 2): constructs, builders and properties, which remember what they are given. A builder is the
 * object that it builds. What only the deployment knows of a construct is a text that refers to it: <code>${Orders.Endpoint.Address}</code>.
 */
final class CdkCalls {
    static final String PACKAGE = "software.amazon.awscdk.";

    private static final String GIVEN = "cdk ";
    private static final String ARGUMENT = "cdk argument ";
    private static final String ENDPOINT = PACKAGE + "services.rds.Endpoint";
    private static final String OWNER = "owner";

    /** Getters of what a deployed database or proxy is reached by, and the attribute. */
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "getDbInstanceEndpointAddress", "Endpoint.Address",
            "getDbInstanceEndpointPort", "Endpoint.Port",
            "getEndpoint", "Endpoint",
            "getInstanceIdentifier", "DBInstanceIdentifier",
            "getClusterIdentifier", "DBClusterIdentifier",
            "getDbProxyName", "DBProxyName");

    private static final Set<String> ENDPOINTS =
            Set.of("getInstanceEndpoint", "getClusterEndpoint", "getClusterReadEndpoint");

    private final Machine machine;
    private final Set<HeapObject> all = new LinkedHashSet<>();

    CdkCalls(Machine machine) {
        this.machine = machine;
    }

    /** All objects, in the order in which they came into being. */
    List<HeapObject> all() {
        return List.copyOf(all);
    }

    Optional<Term> construct(String type, List<Term> arguments, Location at) {
        return type.startsWith(PACKAGE) ? Optional.of(make(type, arguments, at)) : Optional.empty();
    }

    Optional<Term> staticCall(String type, Expr.Call expr, List<Term> arguments) {
        if (!type.startsWith(PACKAGE)) {
            return Optional.empty();
        }
        String name = expr.name();
        String built = type.endsWith(".Builder") ? type.substring(0, type.lastIndexOf('.')) : type;
        boolean begins = name.equals("create") || (name.equals("builder") && arguments.isEmpty());
        return Optional.of(make(begins ? built : type + "." + name, arguments, expr.at()));
    }

    /** A constant, such as {@code Runtime.JAVA_21}. */
    static Optional<Term> constant(String type, String name) {
        return type.startsWith(PACKAGE)
                ? Optional.of(new Term.Constant(new EnumConstant(type, name), Evidence.none()))
                : Optional.empty();
    }

    Optional<Term> call(Term receiver, Expr.Call expr, List<Term> arguments) {
        if (!(receiver instanceof Term.Reference reference) || !all.contains(reference.object())) {
            return Optional.empty();
        }
        HeapObject object = reference.object();
        if (expr.name().equals("build") && arguments.isEmpty()) {
            return Optional.of(receiver);
        }
        if (arguments.isEmpty()) {
            return Optional.of(asked(object, expr.name(), expr.at()));
        }
        if (expr.name().equals("addEnvironment") && arguments.size() >= 2) {
            Texts.exact(arguments.get(0))
                    .ifPresentOrElse(
                            key -> give(object, "environment " + key, arguments.get(1), expr),
                            () -> give(object, "environment?", arguments.get(0), expr));
            return Optional.of(receiver);
        }
        if (expr.name().equals("addProxy") && arguments.size() == 2) {
            return Optional.of(proxy(object, arguments, expr.at()));
        }
        // what is added is not replaced by what is added later
        String name = expr.name().startsWith("add") ? expr.name() + " " + expr.at() : expr.name();
        give(object, name, arguments.get(0), expr);
        return Optional.of(receiver);
    }

    /** A proxy that a database makes for itself. */
    private Term proxy(HeapObject database, List<Term> arguments, Location at) {
        boolean isCluster = database.type().endsWith("Cluster");
        Term target = make(
                PACKAGE + "services.rds.ProxyTarget." + (isCluster ? "fromCluster" : "fromInstance"),
                List.of(new Term.Reference(database)),
                at);
        Term proxy = make(
                PACKAGE + "services.rds.DatabaseProxy",
                List.of(new Term.Reference(database), arguments.get(0), arguments.get(1)),
                at);
        machine.write(((Term.Reference) proxy).object(), GIVEN + "proxyTarget", target);
        return proxy;
    }

    private void give(HeapObject object, String name, Term value, Expr.Call expr) {
        machine.write(object, GIVEN + name, value.because(expr.at(), "is given to " + expr.name()));
    }

    private Term asked(HeapObject object, String name, Location at) {
        if (object.type().equals(ENDPOINT)) {
            String owner = Texts.exact(machine.read(object, OWNER)).orElse("?");
            return switch (name) {
                case "getHostname" -> reference(owner + ".Endpoint.Address", at);
                case "getPort" -> reference(owner + ".Endpoint.Port", at);
                default ->
                    Texts.concat(List.of(
                            reference(owner + ".Endpoint.Address", at),
                            new Term.Constant(":", Evidence.none()),
                            reference(owner + ".Endpoint.Port", at)));
            };
        }
        if (ENDPOINTS.contains(name)) {
            HeapObject endpoint = machine.allocate(ENDPOINT, at, new HeapObject.Shape.Container());
            all.add(endpoint);
            machine.write(endpoint, OWNER, new Term.Constant(id(object), Evidence.none()));
            return new Term.Reference(endpoint);
        }
        if (ATTRIBUTES.containsKey(name)) {
            return reference(id(object) + "." + ATTRIBUTES.get(name), at);
        }
        HeapObject attribute = machine.allocate(PACKAGE + "Attribute." + name, at, new HeapObject.Shape.Container());
        all.add(attribute);
        machine.write(attribute, OWNER, new Term.Reference(object));
        return new Term.Reference(attribute);
    }

    private static Term reference(String name, Location at) {
        return Texts.of(List.of(new Term.Part(PartKind.REFERENCE, name)), Evidence.of(at, "refers to " + name));
    }

    private Term make(String type, List<Term> arguments, Location at) {
        HeapObject object = machine.allocate(type, at, new HeapObject.Shape.Container());
        all.add(object);
        for (int i = 0; i < arguments.size(); i++) {
            machine.write(object, ARGUMENT + i, arguments.get(i));
        }
        return new Term.Reference(object);
    }

    /** The id that the program gives a construct, the second argument. */
    String id(HeapObject construct) {
        return Texts.exact(argument(construct, 1))
                .map(text -> text.replaceAll("[^A-Za-z0-9]", ""))
                .filter(text -> !text.isEmpty())
                .orElse("Construct" + construct.id());
    }

    /** The function that a version is of: it was asked for its current one, or the version was made of it. */
    Term functionOf(HeapObject version) {
        Term asked = machine.read(version, OWNER);
        return asked instanceof Term.Unset ? given(version, "lambda") : asked;
    }

    Term argument(HeapObject object, int position) {
        return machine.read(object, ARGUMENT + position);
    }

    /** What it was given under the name, itself or by the properties that it was made with. */
    Term given(HeapObject object, String name) {
        Term own = machine.read(object, GIVEN + name);
        if (!(own instanceof Term.Unset)) {
            return own;
        }
        for (int i = 0; i < 3; i++) {
            if (argument(object, i) instanceof Term.Reference reference
                    && all.contains(reference.object())
                    && isProperties(reference.object().type())) {
                return machine.read(reference.object(), GIVEN + name);
            }
        }
        return Plain.UNSET;
    }

    private static boolean isProperties(String type) {
        return type.endsWith("Props") || type.endsWith("Options");
    }

    /** Keys and values that were added one by one. */
    List<Map.Entry<String, Term>> added(HeapObject object, String name) {
        List<Map.Entry<String, Term>> added = new ArrayList<>();
        for (String field : machine.fields(object)) {
            if (field.startsWith(GIVEN + name + " ")) {
                added.add(Map.entry(field.substring((GIVEN + name + " ").length()), machine.read(object, field)));
            }
        }
        return added;
    }
}
