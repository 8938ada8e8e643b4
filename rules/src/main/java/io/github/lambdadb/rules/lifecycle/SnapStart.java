package io.github.lambdadb.rules.lifecycle;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.value.Match;
import java.util.Optional;

/** Functions of which a snapshot is taken once they are initialised. */
final class SnapStart {
    private SnapStart() {}

    /** The same source, as those functions reach it of which a snapshot is taken. */
    static ConnectionSource ofSnapshots(ConnectionSource source) {
        return source.reachedBy(source.functions().stream()
                .filter(function -> of(function).isPresent())
                .toList());
    }

    /** What asks for the snapshot, in any of its deployments. */
    static Optional<Match<String>> of(LambdaFunction function) {
        return function.deployments().stream()
                .flatMap(deployed -> deployed.attribute(Attribute.SNAP_START).stream())
                .flatMap(value -> value.matching("PublishedVersions"::equals).stream())
                .findFirst();
    }
}
