package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.SnapshotCare;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.knowledge.ContainerModel.SnapshotModel;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.knowledge.VersionRange;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Match;
import io.github.lambdadb.value.Value;
import java.util.Optional;

/** What a container fails to do with the sessions of its data sources around a snapshot. */
final class SnapshotCares {
    private final Machine machine;
    private final ContainerModel container;
    private final Configuration configuration;

    SnapshotCares(Machine machine, ContainerModel container, Configuration configuration) {
        this.machine = machine;
        this.container = container;
        this.configuration = configuration;
    }

    Optional<SnapshotCare> of(SourceModel product, String prefix) {
        return container.snapshots().stream()
                .findFirst()
                .flatMap(model -> missing(model, product)
                        .map(lack -> care(model, lack, Evidence.none()))
                        .or(() -> notSuspended(model, prefix)));
    }

    /** What is not there at all; empty as well when that cannot be told. */
    private Optional<String> missing(SnapshotModel model, SourceModel product) {
        if (model.artifact().isEmpty() || !model.products().contains(product.id())) {
            return Optional.of(container.name() + " does nothing with a pool of this kind");
        }
        Optional<String> version = machine.program().version(model.artifact());
        if (version.isPresent() && !new VersionRange(model.from(), "").mayInclude(version.get())) {
            return Optional.of(
                    "%s %s does nothing with it before %s".formatted(container.name(), version.get(), model.from()));
        }
        boolean isTheirs = version.isPresent() || model.from().isEmpty();
        if (isTheirs && !machine.uses(model.artifact())) {
            return Optional.of(model.artifact() + " is not in the build");
        }
        return model.needs().stream()
                .filter(needed -> isTheirs && !machine.uses(needed))
                .findFirst()
                .map(needed -> needed + " is not in the build");
    }

    private Optional<SnapshotCare> notSuspended(SnapshotModel model, String prefix) {
        String key = prefix + "." + model.suspendsWith();
        Optional<Value<String>> set = configuration.get(key);
        if (set.isEmpty()) {
            return Optional.of(care(model, "nothing sets " + key, Evidence.none()));
        }
        Optional<Match<String>> off = set.get().matching(text -> text.strip().equalsIgnoreCase("false"));
        return off.map(match -> care(model, key + " is false", match.evidence()));
    }

    private SnapshotCare care(SnapshotModel model, String lack, Evidence evidence) {
        boolean opens = model.opensAtStart().stream().anyMatch(machine::uses);
        return new SnapshotCare(lack, opens ? Certainty.DEFINITE : Certainty.POSSIBLE, evidence);
    }
}
