package io.github.lambdadb.rules.security;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.ConnectionSource.Kind;
import io.github.lambdadb.facts.GivenCredential;
import io.github.lambdadb.facts.IdleTimeoutStory.Grade;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** A credential that opens sessions long after it was made or read. */
record GivenOnce(ConnectionSource source, GivenCredential credential) {
    /** Those of the kind that the source uses for later sessions. */
    static Stream<GivenOnce> of(ConnectionSource source, GivenCredential.Kind kind) {
        return source.use().credentials().stream()
                .filter(credential -> credential.kind() == kind)
                .map(credential -> new GivenOnce(source, credential))
                .filter(given -> source.hasServerSessions() && given.isLate() && !given.isAgeChecked());
    }

    /** A kept source opens sessions as long as it lives; a connection opens one, with what was made before perhaps. */
    private boolean isLate() {
        return credential.isEarlier() || opensMore();
    }

    boolean opensMore() {
        return source.lifetime() == Lifetime.ENVIRONMENT
                && (source.kind() == Kind.POOL || source.kind() == Kind.DATA_SOURCE);
    }

    private boolean isAgeChecked() {
        return source.idleTimeoutStories().stream().anyMatch(story -> story.grade() == Grade.AGE_CHECKED);
    }

    /** Where the source is given it. */
    Location sink() {
        Optional<Location> set = source.setting(Property.PASSWORD)
                .map(Setting::value)
                .flatMap(value -> value.candidates().stream().findFirst())
                .map(Value.Known::evidence)
                .flatMap(evidence -> evidence.lastLocation());
        return set.orElse(source.site());
    }
}
