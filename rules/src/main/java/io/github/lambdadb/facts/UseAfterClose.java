package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/**
 * An invocation uses what an earlier one has closed.
 *
 * @param noun what it is, as people say it
 * @param subject the name it is held under, and where
 * @param functions those that do so, sorted
 * @param close where it is closed: the last step
 * @param use the first use in a later invocation
 * @param certainty whether every invocation closes it
 */
public record UseAfterClose(
        String noun,
        Subject subject,
        List<LambdaFunction> functions,
        Evidence close,
        DatabaseCall use,
        Certainty certainty) {
    public UseAfterClose {
        functions = List.copyOf(functions);
    }

    /** The functions as a person would say them: {@code 'A'}, {@code 'A' and 'B'}, {@code 'A' and 6 others}. */
    public String functionNames() {
        return FunctionNames.of(functions);
    }
}
