package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The settings of a source that would matter and are not known. */
final class Unknowns {
    private Unknowns() {}

    static List<Gap> of(ConnectionSource source) {
        List<Gap> gaps = new ArrayList<>();
        if (source.urls() instanceof Value.Unknown<JdbcUrl> unknown) {
            gaps.add(new Gap(
                    Gap.Kind.UNRESOLVED_VALUE,
                    source.site(),
                    "The JDBC URL of '" + source.subject().name() + "' is not known: " + unknown.reason() + "."));
        }
        source.setting(Property.MAXIMUM_SIZE).ifPresent(setting -> {
            if (setting.value() instanceof Value.Unknown<String> unknown) {
                gaps.add(new Gap(
                        Gap.Kind.UNRESOLVED_VALUE,
                        source.site(),
                        "The maximum size of '" + source.subject().name() + "' is not known: " + unknown.reason()
                                + "."));
            }
        });
        return gaps;
    }
}
