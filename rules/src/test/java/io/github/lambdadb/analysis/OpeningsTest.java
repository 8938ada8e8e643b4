package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is open is a state of each path. */
class OpeningsTest {
    private static final Location AGAIN = Location.ofLine("Db.java", 3);
    private static final Location CLOSE = Location.ofLine("Db.java", 4);

    private final Machine machine = Bare.machine();
    private final Openings openings = machine.openings();
    private final HeapObject connection = create(2);

    @Test
    void whatIsOpenedIsOpenUntilItIsClosed() {
        assertThat(openings.all()).isEmpty();
        openings.opened(connection, Bare.HERE);
        assertThat(openings.all()).containsExactly(connection);
        assertThat(openings.open()).containsExactly(connection);
        assertThat(openings.isClosed(connection)).isFalse();
        assertThat(openings.closedAt(machine.store(), connection)).isEqualTo(Evidence.none());
        openings.closed(connection, CLOSE);
        assertThat(openings.open()).isEmpty();
        assertThat(openings.isClosed(connection)).isTrue();
        assertThat(openings.closedAt(machine.store(), connection)).isEqualTo(Evidence.of(CLOSE, "is closed"));
        assertThat(openings.lost(connection)).isEmpty();
    }

    @Test
    void closedOnOneOfTwoPathsIsNotClosed() {
        openings.opened(connection, Bare.HERE);
        machine.either(() -> openings.closed(connection, CLOSE), () -> {});
        assertThat(openings.open()).containsExactly(connection);
        assertThat(openings.isClosed(connection)).isFalse();
        assertThat(openings.closedAt(machine.store(), connection)).isEqualTo(Evidence.of(CLOSE, "is closed"));
    }

    @Test
    void givenAwayIsOnlyWhatIsOpen() {
        openings.opened(connection, Bare.HERE);
        openings.givenAway(connection, AGAIN);
        assertThat(openings.mayBe(connection, Openness.Kind.GIVEN_AWAY)).isTrue();
        assertThat(openings.open()).isEmpty();
        openings.closed(connection, CLOSE);
        openings.givenAway(connection, AGAIN);
        assertThat(openings.isClosed(connection)).isTrue();
    }

    @Test
    void whatIsOpenedAgainWhileOpenIsLostUnlessAnObjectHoldsIt() {
        openings.opened(connection, Bare.HERE);
        openings.opened(connection, AGAIN);
        assertThat(openings.lost(connection))
                .hasValue(Evidence.of(AGAIN, "is opened again while the one before is still open"));
        HeapObject held = create(5);
        HeapObject owner = create(6);
        openings.opened(held, Bare.HERE);
        machine.write(owner, "connection", new Term.Reference(held));
        openings.opened(held, AGAIN);
        assertThat(openings.lost(held)).isEmpty();
        HeapObject used = create(7);
        openings.opened(used, Bare.HERE);
        machine.write(owner, Connections.OF, new Term.Reference(used));
        openings.opened(used, AGAIN);
        assertThat(openings.lost(used))
                .as("a statement does not own its connection")
                .isPresent();
        HeapObject kept = create(8);
        openings.opened(kept, Bare.HERE);
        machine.store().put(Key.staticField("Db", "connection"), new Term.Reference(kept));
        openings.opened(kept, AGAIN);
        assertThat(openings.lost(kept)).isEmpty();
        HeapObject closed = create(9);
        openings.opened(closed, Bare.HERE);
        openings.closed(closed, CLOSE);
        openings.opened(closed, AGAIN);
        assertThat(openings.lost(closed)).isEmpty();
    }

    @Test
    void ofSeveralThatAVariableMayHoldOnlyOneIsThere() {
        HeapObject other = create(5);
        HeapObject stranger = create(6);
        openings.opened(connection, Bare.HERE);
        openings.opened(other, Bare.HERE);
        Term chosen = new Term.Reference(connection);
        openings.only(chosen, List.of(chosen, new Term.Reference(other), new Term.Reference(stranger), Plain.NULL));
        assertThat(openings.open()).containsExactly(connection);
        assertThat(openings.absent(List.of(new Term.Reference(stranger), Plain.NULL)))
                .isEmpty();
        assertThat(openings.absent(List.of(chosen))).hasSize(1);
    }

    @Test
    void anExceptionFindsOpenWhatItLeavesWith() {
        HeapObject other = create(5);
        Store before = machine.store();
        machine.store(before.child());
        openings.opened(connection, Bare.HERE);
        openings.opened(other, Bare.HERE);
        Map<Key, Term> written = machine.store().since(before);
        machine.store(before.child());
        openings.onFailure(written, Set.of(other)).forEach(machine.store()::put);
        assertThat(openings.open()).containsExactly(other);
        assertThat(openings.mayBe(connection, Openness.Kind.ABSENT)).isTrue();
        assertThat(openings.isClosed(connection)).isFalse();
    }

    @Test
    void anEarlierInvocationMayHaveClosedIt() {
        openings.opened(connection, Bare.HERE);
        machine.store().put(Key.staticField("Db", "connection"), new Term.Reference(connection));
        openings.closed(connection, CLOSE);
        Evidence close = Evidence.of(CLOSE, "is closed");
        assertThat(openings.closedNow()).as("opened in the same epoch").isEmpty();
        assertThat(openings.closedBefore(connection)).isEmpty();
        machine.epoch(machine.epoch() + 1);
        assertThat(openings.closedNow()).isEqualTo(Map.of(connection, close));
        assertThat(openings.closedBefore(connection)).hasValue(close);
        HeapObject local = machine.allocate("java.sql.Connection", Location.ofLine("Db.java", 9), connection.shape());
        openings.opened(local, Bare.HERE);
        openings.mayBeClosed(Map.of(local, close));
        assertThat(openings.closedBefore(local)).hasValue(close);
        assertThat(openings.open()).contains(local);
    }

    private HeapObject create(int line) {
        return machine.allocate(
                "java.sql.Connection", Location.ofLine("Db.java", line), new HeapObject.Shape.Container());
    }
}
