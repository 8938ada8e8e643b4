package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exceptions keep apart by type what is open when they leave. */
class ExitsTest {
    private static final HeapObject FIRST = object(1);
    private static final HeapObject SECOND = object(2);
    private static final Evidence QUERY = at(10);
    private static final Evidence COMMIT = at(11);
    private static final Evidence CLOSE = at(12);

    @Test
    void whatIsOpenLeaksForTheFirstReason() {
        Exits exits = new Exits();
        assertThat(exits.isEmpty()).isTrue();
        exits.add("java.sql.SQLException", Set.of(FIRST), Map.of(), QUERY);
        exits.add("java.sql.SQLException", Set.of(FIRST, SECOND), Map.of(), COMMIT);
        exits.add(Exits.ANY, Set.of(FIRST), Map.of(), CLOSE);
        assertThat(exits.isEmpty()).isFalse();
        assertThat(exits.open()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(exits.leaks()).isEqualTo(Map.of(FIRST, QUERY, SECOND, COMMIT));
    }

    @Test
    void whatIsTakenIsGone() {
        Exits exits = new Exits();
        exits.add("java.sql.SQLException", Set.of(FIRST), Map.of(SECOND, CLOSE), QUERY);
        exits.add("java.io.IOException", Set.of(SECOND), Map.of(), COMMIT);
        Exits taken = exits.take("java.sql.SQLException"::equals);
        assertThat(taken.leaks()).isEqualTo(Map.of(FIRST, QUERY));
        assertThat(taken.closed()).isEqualTo(Map.of(SECOND, CLOSE));
        assertThat(exits.leaks()).isEqualTo(Map.of(SECOND, COMMIT));
        assertThat(exits.closed()).as("for those that are left").isEqualTo(Map.of(SECOND, CLOSE));
        assertThat(exits.take(type -> true).leaks()).isEqualTo(Map.of(SECOND, COMMIT));
        assertThat(exits.isEmpty()).isTrue();
        assertThat(exits.closed()).as("nobody leaves any more").isEmpty();
    }

    @Test
    void othersAreAddedBehindTheOwn() {
        Exits exits = new Exits();
        exits.add("java.sql.SQLException", Set.of(FIRST), Map.of(SECOND, CLOSE), QUERY);
        Exits others = new Exits();
        others.add("java.sql.SQLException", Set.of(FIRST, SECOND), Map.of(SECOND, QUERY, FIRST, CLOSE), COMMIT);
        others.add("java.io.IOException", Set.of(), Map.of(), COMMIT);
        exits.addAll(others);
        assertThat(exits.leaks()).isEqualTo(Map.of(FIRST, QUERY, SECOND, COMMIT));
        assertThat(exits.closed()).isEqualTo(Map.of(SECOND, CLOSE, FIRST, CLOSE));
        assertThat(exits.take("java.io.IOException"::equals).isEmpty()).isFalse();
    }

    @Test
    void anEarlierReasonExplainsALaterExit() {
        Exits exits = new Exits();
        exits.add("java.sql.SQLException", Set.of(FIRST, SECOND), Map.of(), COMMIT);
        exits.explainedBy(Map.of(FIRST, QUERY));
        assertThat(exits.leaks()).isEqualTo(Map.of(FIRST, QUERY, SECOND, COMMIT));
    }

    @Test
    void aCleanupLeavesOnlyWhatItDidNotClose() {
        Exits exits = new Exits();
        exits.add("java.sql.SQLException", Set.of(FIRST, SECOND), Map.of(), QUERY);
        exits.add("java.io.IOException", Set.of(FIRST), Map.of(), QUERY);
        Exits rest = exits.retaining(Set.of(SECOND), Map.of(FIRST, CLOSE));
        assertThat(rest.leaks()).isEqualTo(Map.of(SECOND, QUERY));
        assertThat(rest.closed()).isEqualTo(Map.of(FIRST, CLOSE));
        assertThat(rest.take("java.io.IOException"::equals).isEmpty())
                .as("it leaves all the same")
                .isFalse();
        assertThat(exits.open()).as("the exits before the cleanup").containsExactlyInAnyOrder(FIRST, SECOND);
    }

    private static HeapObject object(int id) {
        Location site = Location.ofLine("Db.java", id);
        return new HeapObject(
                id,
                "java.sql.Connection",
                site,
                1,
                new HeapObject.Shape.Container(),
                "open()",
                "connection",
                Evidence.none(),
                List.of());
    }

    private static Evidence at(int line) {
        return Evidence.of(Location.ofLine("Db.java", line), "may fail");
    }
}
