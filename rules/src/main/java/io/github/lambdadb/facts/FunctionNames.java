package io.github.lambdadb.facts;

import java.util.List;

/** Functions as a person would say them. */
final class FunctionNames {
    private FunctionNames() {}

    /** {@code 'A'}, {@code 'A' and 'B'}, {@code 'A' and 6 others}. */
    static String of(List<LambdaFunction> functions) {
        List<String> names = functions.stream()
                .map(function -> "'" + function.name() + "'")
                .distinct()
                .toList();
        return switch (names.size()) {
            case 0 -> "no function";
            case 1 -> names.get(0);
            case 2 -> names.get(0) + " and " + names.get(1);
            default -> names.get(0) + " and " + (names.size() - 1) + " others";
        };
    }
}
