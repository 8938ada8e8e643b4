package io.github.lambdadb.facts;

import java.util.List;

/** Something that functions do, or would. */
public interface OfFunctions<T> {
    /** Those that do, sorted. */
    List<LambdaFunction> functions();

    /** The same, done by these. */
    T by(List<LambdaFunction> others);

    /** Whether a person would say more than one name. */
    default boolean areSeveral() {
        return functions().stream().map(LambdaFunction::name).distinct().count() > 1;
    }

    /** The functions as a person would say them: {@code 'A'}, {@code 'A' and 'B'}, {@code 'A' and 6 others}. */
    default String functionNames() {
        return FunctionNames.of(functions());
    }
}
