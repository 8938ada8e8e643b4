package io.github.lambdadb.budget;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.Optional;

/** Whether sources lead to the same database: what their URLs say without parameters, or what a template deploys. */
public final class SameDatabase {
    private SameDatabase() {}

    /** What tells the database apart; empty when it is not known. */
    public static Optional<String> of(ConnectionSource source) {
        return url(source)
                .map(url -> deployed(source)
                        .map(id -> id + url.substring(url.lastIndexOf('/') + 1))
                        .orElse(url));
    }

    /** The URL without its parameters; empty when there may be several, or parts of it are not known. */
    public static Optional<String> url(ConnectionSource source) {
        return source.urls() instanceof Value.Known<JdbcUrl> known
                ? Optional.of(known.value().text())
                        .map(text -> text.split("[?;]", 2)[0])
                        .filter(text -> !text.contains("…") && !text.contains("${?}") && text.length() > 12)
                : Optional.empty();
    }

    private static Optional<String> deployed(ConnectionSource source) {
        return source.endpoints().stream()
                .filter(endpoint -> endpoint.certainty() == Certainty.DEFINITE
                        && endpoint.databases().size() == 1)
                .map(Endpoint::databases)
                .map(databases -> databases.get(0).id() + "@"
                        + databases.get(0).location().file() + "/")
                .findFirst();
    }
}
