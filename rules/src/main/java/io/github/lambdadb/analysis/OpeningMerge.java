package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.UseAfterClose;
import io.github.lambdadb.value.Certainty;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One fact for each place, whatever the number of functions, invocations and paths: the worst. */
final class OpeningMerge {
    private OpeningMerge() {}

    static List<Opening> openings(List<Opening> all) {
        Map<List<Object>, Opening> merged = new LinkedHashMap<>();
        for (Opening opening : all) {
            merged.merge(List.of(opening.site(), opening.kind(), opening.noun()), opening, OpeningMerge::both);
        }
        return merged.values().stream()
                .sorted(Comparator.comparing(Opening::site)
                        .thenComparing(Opening::kind)
                        .thenComparing(Opening::noun))
                .toList();
    }

    private static Opening both(Opening one, Opening other) {
        Opening worse = one.release().compareTo(other.release()) >= 0 ? one : other;
        return new Opening(
                worse.kind(),
                worse.noun(),
                worse.subject(),
                worse.site(),
                functions(one.functions(), other.functions()),
                worse.release(),
                worse.way(),
                worse.lenderSizes(),
                one.loops().isEmpty() ? other.loops() : one.loops(),
                worse.path());
    }

    static List<UseAfterClose> uses(List<UseAfterClose> all) {
        Map<List<Object>, UseAfterClose> merged = new LinkedHashMap<>();
        for (UseAfterClose use : all) {
            merged.merge(
                    List.of(use.subject(), use.close().lastLocation()),
                    use,
                    (one, other) -> new UseAfterClose(
                            one.noun(),
                            one.subject(),
                            functions(one.functions(), other.functions()),
                            one.close(),
                            one.use(),
                            one.certainty() == Certainty.DEFINITE ? one.certainty() : other.certainty()));
        }
        return merged.values().stream()
                .sorted(Comparator.comparing((UseAfterClose use) -> use.close().toString()))
                .toList();
    }

    private static List<LambdaFunction> functions(List<LambdaFunction> one, List<LambdaFunction> other) {
        return Stream.concat(one.stream(), other.stream())
                .distinct()
                .sorted(Comparator.comparing(LambdaFunction::handler))
                .toList();
    }
}
