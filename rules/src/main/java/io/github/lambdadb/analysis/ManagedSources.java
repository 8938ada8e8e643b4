package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.knowledge.ManagedSource;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The data sources that a container makes of its configuration. */
final class ManagedSources {
    static final String DATA_SOURCE = "javax.sql.DataSource";

    private final Interpreter interpreter;
    private final Machine machine;
    private final ContainerModel container;
    private final Configuration configuration;

    /** The type and names under which a data source is found, whether it is the one without a name, and how it is made. */
    record Made(TypeName type, List<String> names, boolean isDefault, Supplier<Term> maker) {}

    ManagedSources(Interpreter interpreter, ContainerModel container) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.container = container;
        this.configuration =
                container.sources().isEmpty() ? Configuration.none() : machine.configuration(container.framework());
    }

    /**
     * The data sources.
     *
     * @param roots the classes that the container starts with
     * @param isMade whether the project makes an object of the type itself
     */
    List<Made> of(List<TypeDecl> roots, Predicate<String> isMade) {
        List<Made> made = new ArrayList<>();
        new SchemaChanges(machine).configured(container, configuration);
        for (ManagedSource source : container.sources()) {
            boolean applies = source.root().isEmpty() || roots.stream().anyMatch(root -> carries(root, source.root()));
            boolean isReplaced = !source.replacedBy().isEmpty() && isMade.test(source.replacedBy());
            if (applies && !isReplaced) {
                prefixes(source).forEach(prefix -> made(source, prefix).ifPresent(made::add));
            }
        }
        return made;
    }

    private static boolean carries(TypeDecl type, List<String> annotations) {
        return type.annotations().stream()
                .anyMatch(annotation -> annotations.contains(annotation.type().name()));
    }

    private List<String> prefixes(ManagedSource source) {
        List<String> prefixes = new ArrayList<>();
        if (source.names() != ManagedSource.Names.ALWAYS) {
            prefixes.add(source.prefix());
        }
        if (source.names() != ManagedSource.Names.NONE) {
            configuration.names(source.prefix()).forEach(name -> prefixes.add(source.prefix() + "." + name));
        }
        return prefixes.stream()
                .filter(prefix -> source.needs().isEmpty()
                        || source.needs().stream()
                                .anyMatch(key ->
                                        configuration.get(prefix + "." + key).isPresent()))
                .toList();
    }

    private Optional<Made> made(ManagedSource source, String prefix) {
        Location site = configuration
                .firstKey(prefix)
                .orElseGet(() -> machine.frame().owner().at());
        Optional<ManagedSource.Pool> pool = pool(source, prefix);
        Optional<SourceModel> product = pool.flatMap(chosen -> machine.catalog().source(chosen.product()));
        if (product.isEmpty()) {
            machine.gap(
                    Gap.Kind.UNRESOLVED_VALUE,
                    site,
                    "Which pool " + container.name() + " makes of '" + prefix + "' is not known.");
            return Optional.empty();
        }
        ManagedSource.Pool chosen = pool.orElseThrow();
        return Optional.of(new Made(
                TypeName.of(typeOf(product.get(), chosen)),
                List.of(prefix.substring(prefix.lastIndexOf('.') + 1)),
                prefix.equals(source.prefix()) || prefix.equals(source.prefix() + ".default"),
                () -> interpreter.library().sources().managed(product.get(), chosen.type(), site, object -> {
                    new ManagedSettings(machine, configuration, product.get(), chosen).set(object, prefix);
                    new SnapshotCares(machine, container, configuration)
                            .of(product.get(), prefix)
                            .ifPresent(care -> machine.recorder().snapshotCare(object, care));
                })));
    }

    /** Without its class, a pool is known to be a data source all the same. */
    private String typeOf(SourceModel product, ManagedSource.Pool pool) {
        boolean isSeen = machine.program().library(pool.type()).isPresent();
        boolean isDataSource =
                product.kind() == ConnectionSource.Kind.POOL && !pool.type().startsWith("io.r2dbc.");
        return !isSeen && isDataSource ? DATA_SOURCE : pool.type();
    }

    /**
     * The pool that the configuration asks for, else the first on the class path, those first that the build asks for by their
     * module; without class path, what the build asks for brings.
     */
    private Optional<ManagedSource.Pool> pool(ManagedSource source, String prefix) {
        Optional<Value<String>> asked =
                source.chooser().isEmpty() ? Optional.empty() : configuration.get(prefix + "." + source.chooser());
        if (asked.isPresent()) {
            return source.pools().stream()
                    .filter(pool -> asked.get().candidates().stream()
                            .anyMatch(known -> known.value().strip().equals(pool.type())))
                    .findFirst();
        }
        List<ManagedSource.Pool> there =
                source.pools().stream().filter(this::isThere).toList();
        return there.stream()
                .filter(pool ->
                        !pool.onlyBy().isEmpty() || pool.broughtBy().stream().anyMatch(machine::uses))
                .findFirst()
                .or(() -> there.stream().findFirst())
                .or(() -> source.pools().stream()
                        .filter(pool -> pool.broughtBy().stream().anyMatch(machine::lacks))
                        .findFirst());
    }

    private boolean isThere(ManagedSource.Pool pool) {
        if (!pool.onlyBy().isEmpty()) {
            return pool.onlyBy().stream().anyMatch(machine::uses);
        }
        return machine.program().library(pool.type()).isPresent()
                || machine.catalog().source(pool.product()).stream()
                        .flatMap(product -> product.artifacts().stream())
                        .anyMatch(machine::uses);
    }
}
