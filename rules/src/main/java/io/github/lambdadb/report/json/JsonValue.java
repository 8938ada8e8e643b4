package io.github.lambdadb.report.json;

import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.value.Value;
import java.util.function.Function;

/** What is known of a value, as the JSON report shows it. */
record JsonValue(JsonText json) {
    /** All candidates; {@code complete} when there can be no other; and why nothing is known if so. */
    <T> void write(Value<T> value, Function<T, String> text) {
        json.objects("values", value.candidates(), known -> {
            json.text("value", text.apply(known.value()));
            new JsonPlaces(json).evidence(known.evidence());
        });
        json.flag("complete", value.isComplete());
        if (value instanceof Value.Unknown<T> unknown) {
            json.text("unknown", unknown.reason());
        }
    }
}
