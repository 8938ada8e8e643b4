package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A module as expressions name it: what it hands out is asked of it by name. */
record ModuleTerm(String address, Location at, List<ModuleCall> calls) implements Term {
    ModuleTerm {
        calls = List.copyOf(calls);
    }

    @Override
    public Value<String> text() {
        return new Value.Known<>("${" + address + "}", Evidence.of(at, "only a deployment knows it"));
    }

    @Override
    public Set<String> sources() {
        return Set.of(address);
    }

    @Override
    public Term member(String name) {
        Optional<ModuleCall> keyed = calls.stream()
                .filter(call -> !call.key().isEmpty() && call.key().equals(Instances.suffix(name)))
                .findFirst();
        if (keyed.isPresent()) {
            return new ModuleTerm(keyed.get().address(), at, List.of(keyed.get().unkeyed()));
        }
        if (calls.size() == 1 && Terms.number(name).isPresent()) {
            return this;
        }
        if (calls.size() == 1 && !calls.get(0).inside().isEmpty()) {
            return calls.get(0).inside().get(0).output(name, at);
        }
        return Terms.hole(
                address + "." + name, Evidence.of(at, "a module hands it out that is not read"), Set.of(address));
    }

    @Override
    public Optional<List<Term>> items() {
        return Optional.of(calls.stream()
                .map(call -> (Term) new ModuleTerm(call.address(), at, List.of(call.unkeyed())))
                .toList());
    }

    @Override
    public boolean isWhole() {
        return false;
    }
}
