package io.github.lambdadb.report.facts;

import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.report.Words;
import io.github.lambdadb.report.Wrapped;
import java.util.ArrayList;
import java.util.List;

/** What an invocation opens, and what ends it. */
final class OpeningText {
    private OpeningText() {}

    static List<String> lines(Opening opening) {
        List<String> lines = new ArrayList<>(Wrapped.words(
                "  ",
                "%s '%s' of %s: %s"
                        .formatted(
                                opening.noun(),
                                opening.subject().name(),
                                opening.functionNames(),
                                Words.of(opening.release()))));
        lines.add("      " + Wrapped.line("opened at " + opening.site()));
        opening.way()
                .steps()
                .forEach(step -> lines.addAll(Wrapped.words("      ", step.location() + " " + step.text())));
        return lines;
    }
}
