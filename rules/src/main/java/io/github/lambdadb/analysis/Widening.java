package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import java.util.List;
import java.util.Map;

/** Makes loops end: a number that a pass changed may be any number. */
final class Widening {
    private Widening() {}

    static void numbers(Store base, Machine machine) {
        Store store = machine.store();
        if (!store.isReachable()) {
            return;
        }
        for (Map.Entry<Key, Term> entry : List.copyOf(store.since(base).entrySet())) {
            boolean changedNumber = entry.getValue().options().stream()
                            .filter(option ->
                                    option instanceof Term.Constant constant && constant.value() instanceof Number)
                            .count()
                    > 1;
            if (changedNumber) {
                store.put(entry.getKey(), new Term.Opaque(TypeName.of("int"), "counted in a loop"));
            }
        }
    }
}
