package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Pinning;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.knowledge.DriverModel.Pin;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What binds a session of an RDS Proxy to one client: properties of the driver, statements that a pool or the code sends. */
final class Pinnings {
    private static final String EXCLUDED = "EXCLUDE_VARIABLE_SETS";

    private final Machine machine;

    Pinnings(Machine machine) {
        this.machine = machine;
    }

    /** Of a source whose sessions surely end at a proxy; none of another. */
    List<Pinning> of(HeapObject object, Value<JdbcUrl> urls, List<Endpoint> endpoints) {
        if (endpoints.isEmpty() || !endpoints.stream().allMatch(Endpoint::isProxy)) {
            return List.of();
        }
        boolean excludesVariables = endpoints.stream()
                .flatMap(endpoint -> endpoint.proxies().stream())
                .anyMatch(Pinnings::excludesVariables);
        List<Pinning> pinnings = new ArrayList<>();
        for (Value.Known<JdbcUrl> url : urls.candidates()) {
            machine.catalog().driver(url.value().driver()).stream()
                    .map(DriverModel::pins)
                    .flatMap(List::stream)
                    .filter(pin -> !(pin.isVariable() && excludesVariables))
                    .flatMap(pin -> Stream.concat(byProperty(url, pin, urls.isComplete()), byStatement(object, pin)))
                    .forEach(pinnings::add);
        }
        return pinnings.stream().distinct().toList();
    }

    private static boolean excludesVariables(DeployedProxy proxy) {
        return proxy.attribute(DeployedProxy.Attribute.PINNING_FILTERS).stream()
                .flatMap(value -> value.candidates().stream())
                .anyMatch(known -> known.value().contains(EXCLUDED));
    }

    private static Stream<Pinning> byProperty(Value.Known<JdbcUrl> url, Pin pin, boolean isOnly) {
        boolean mayBePrevented = !pin.unless().isEmpty() && !url.value().propertiesComplete();
        Certainty certainty = isOnly && !mayBePrevented ? Certainty.DEFINITE : Certainty.POSSIBLE;
        return pin.isSetBy(url.value().properties())
                ? Stream.of(new Pinning(pin.what(), pin.isDocumented(), certainty, url.evidence()))
                : Stream.empty();
    }

    private Stream<Pinning> byStatement(HeapObject object, Pin pin) {
        Term initial = machine.read(object, SettingsBag.property(Property.INIT_SQL));
        Term later = machine.read(object, Connections.STATEMENT);
        return Stream.concat(initial.options().stream(), later.options().stream())
                .filter(option -> Texts.shown(option).filter(pin::matches).isPresent())
                .map(option -> new Pinning(pin.what(), pin.isDocumented(), Certainty.DEFINITE, option.why()));
    }
}
