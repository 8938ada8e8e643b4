package io.github.lambdadb.knowledge;

import java.util.List;
import java.util.Locale;

/** An instance class taken apart: {@code db.r6g.large} is the size {@code large} of the family {@code r6g}. */
record InstanceClass(String family, String size) {
    static InstanceClass parse(String text) {
        List<String> parts = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\.", -1));
        return parts.size() < 3 ? new InstanceClass("", "") : new InstanceClass(parts.get(1), parts.get(2));
    }
}
