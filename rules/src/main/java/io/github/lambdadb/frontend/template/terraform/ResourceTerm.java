package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A resource as expressions name it: one, or several that a key tells apart. */
record ResourceTerm(String address, Location at, List<Resource> instances) implements Term {
    ResourceTerm {
        instances = List.copyOf(instances);
    }

    @Override
    public Value<String> text() {
        return new Value.Known<>("${" + address + "}", Evidence.of(at, "only a deployment knows it"));
    }

    @Override
    public Set<String> sources() {
        return instances.size() == 1 ? Set.of(instances.get(0).address()) : Set.of(address);
    }

    @Override
    public Term member(String name) {
        Optional<Resource> keyed = instances.stream()
                .filter(instance -> instance.address().equals(address + Instances.suffix(name)))
                .findFirst();
        if (keyed.isPresent()) {
            return new ResourceTerm(keyed.get().address(), at, List.of(keyed.get()));
        }
        if (instances.size() == 1) {
            boolean isKey = Terms.number(name).isPresent();
            return isKey ? this : instances.get(0).attribute(name);
        }
        return Terms.hole(
                address + Instances.suffix(name), Evidence.of(at, "only a deployment knows it"), Set.of(address));
    }

    @Override
    public Optional<List<Term>> items() {
        return Optional.of(instances.stream()
                .map(instance -> (Term) new ResourceTerm(instance.address(), at, List.of(instance)))
                .toList());
    }

    @Override
    public boolean isWhole() {
        return instances.stream().allMatch(Resource::isCertain);
    }
}
