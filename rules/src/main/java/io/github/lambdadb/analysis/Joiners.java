package io.github.lambdadb.analysis;

import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** {@code java.util.StringJoiner}. */
final class Joiners {
    static final String TYPE = "java.util.StringJoiner";
    private static final String SEPARATOR = "#separator";
    private static final String PREFIX = "#prefix";
    private static final String SUFFIX = "#suffix";

    private final Machine machine;
    private final StringCalls strings;

    Joiners(Machine machine, StringCalls strings) {
        this.machine = machine;
        this.strings = strings;
    }

    Term create(List<Term> arguments, Location at) {
        Term nothing = Term.constant("", at, Term.WRITTEN);
        HeapObject joiner = Containers.create(machine, TYPE, at);
        machine.write(joiner, SEPARATOR, arguments.isEmpty() ? nothing : arguments.get(0));
        machine.write(joiner, PREFIX, arguments.size() == 3 ? arguments.get(1) : nothing);
        machine.write(joiner, SUFFIX, arguments.size() == 3 ? arguments.get(2) : nothing);
        return new Term.Reference(joiner);
    }

    Optional<Term> call(HeapObject joiner, String name, List<Term> arguments, Location at) {
        Term before = machine.read(joiner, Containers.VALUE);
        switch (name) {
            case "add" -> machine.write(joiner, Containers.VALUE, joined(joiner, before, arguments.get(0)));
            case "toString" -> {
                Term content = Join.map(
                        before, option -> option instanceof Term.Unset ? Term.constant("", at, Term.WRITTEN) : option);
                return Optional.of(
                        strings.combine(List.of(machine.read(joiner, PREFIX), content, machine.read(joiner, SUFFIX))));
            }
            default -> machine.write(joiner, Containers.VALUE, strings.opaque());
        }
        return Optional.of(new Term.Reference(joiner));
    }

    private Term joined(HeapObject joiner, Term before, Term element) {
        Term separator = machine.read(joiner, SEPARATOR);
        return Join.of(before.options().stream()
                .map(option ->
                        option instanceof Term.Unset ? element : strings.combine(List.of(option, separator, element)))
                .toList());
    }
}
