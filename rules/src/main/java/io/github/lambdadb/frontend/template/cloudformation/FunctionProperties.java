package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A function's own properties, and what {@code Globals} of a SAM template adds to them. */
record FunctionProperties(Section own, Section globals) {
    static final String SERVERLESS = "AWS::Serverless::Function";

    static FunctionProperties of(Placed place) {
        Optional<Mapping> globals =
                place.type().equals(SERVERLESS) ? place.stack().template().functionGlobals() : Optional.empty();
        return new FunctionProperties(
                place.properties(),
                Section.of(
                        globals,
                        place.stack().evaluator(place.resource()),
                        place.gaps(),
                        "all functions",
                        Evidence.of(place.location(), "takes what Globals sets")));
    }

    /** The function's own, or else that of all functions. */
    Optional<Value<String>> text(String... path) {
        return layer(path).text(path);
    }

    /** The section where that path is written. */
    Section layer(String... path) {
        return own.has(path) ? own : globals;
    }

    boolean has(String key) {
        return own.has(key) || globals.has(key);
    }

    /** Lists are joined: those of all functions first. */
    Alternatives<List<Text>> lists(String key) {
        return Alternatives.each(List.of(globals.lists(key), own.lists(key)))
                .then(lists ->
                        Alternatives.of(lists.stream().flatMap(List::stream).toList()));
    }

    /** Texts below a path; the function's own win, key by key. */
    Map<String, Value<String>> texts(String key, String inner) {
        Map<String, Value<String>> values = new LinkedHashMap<>();
        values.putAll(globals.below(key).below(inner).texts());
        values.putAll(own.below(key).below(inner).texts());
        return values;
    }

    /** Whether every key below a path is seen. */
    boolean isComplete(String key, String inner) {
        List<Section> sections = new ArrayList<>();
        Stream.of(globals, own)
                .forEach(section -> sections.add(section.below(key).below(inner)));
        return sections.stream().allMatch(Section::isComplete);
    }
}
