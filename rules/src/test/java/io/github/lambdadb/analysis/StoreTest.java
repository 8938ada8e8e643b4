package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a path writes is its own until paths meet; then a place may hold what any of them wrote. */
class StoreTest {
    private static final HeapObject OBJECT = object(7);
    private static final Key SIZE = Key.staticField("Db", "size");
    private static final Key NAME = Key.staticField("Db", "name");
    private static final Key FIELD = Key.field(OBJECT, "connection");

    @Test
    void aChildSeesItsParentAndWritesToItself() {
        Store store = Store.empty();
        store.put(SIZE, constant(1));
        Store child = store.child();
        child.put(NAME, constant("a"));
        child.child().put(SIZE, constant(2));
        assertThat(child.get(SIZE)).hasValue(constant(1));
        assertThat(store.get(NAME)).isEmpty();
        assertThat(child.all()).isEqualTo(Map.of(SIZE, constant(1), NAME, constant("a")));
        assertThat(child.since(store)).isEqualTo(Map.of(NAME, constant("a")));
        Store grandchild = child.child();
        grandchild.put(NAME, constant("b"));
        assertThat(grandchild.since(store)).isEqualTo(Map.of(NAME, constant("b")));
    }

    @Test
    void workIsCountedTogether() {
        Store store = Store.empty();
        store.put(SIZE, constant(1));
        Store child = store.child();
        child.put(NAME, constant("a"));
        assertThat(store.work()).isEqualTo(2);
        assertThat(child.all()).hasSize(2);
        assertThat(store.work()).isEqualTo(4);
    }

    @Test
    void everyWriteIsTold() {
        Store store = Store.empty();
        Handler handler = new Handler(store, 0);
        store.watchers().push(handler);
        store.child().put(SIZE, Plain.NULL);
        assertThat(handler.sawNull(SIZE)).isTrue();
        assertThat(handler.sawNull(NAME)).isFalse();
    }

    @Test
    void withoutAPathNothingGoesOn() {
        Store store = Store.empty();
        assertThat(store.isReachable()).isTrue();
        store.become(List.of());
        assertThat(store.isReachable()).isFalse();
        assertThat(store.child().isReachable()).isTrue();
        assertThat(store.continued().isReachable()).isTrue();
        store.become(List.of(Map.of(SIZE, constant(1))));
        assertThat(store.isReachable()).isTrue();
        assertThat(store.get(SIZE)).hasValue(constant(1));
        store.end();
        store.become(List.of(Map.of(SIZE, constant(2)), Map.of(SIZE, constant(3))));
        assertThat(store.isReachable()).isTrue();
    }

    @Test
    void pathsMeet() {
        Store store = Store.empty();
        store.put(SIZE, constant(1));
        store.become(List.of(Map.of(SIZE, constant(2), NAME, constant("a")), Map.of()));
        assertThat(store.get(SIZE)).hasValue(new Term.Choice(List.of(constant(2), constant(1))));
        assertThat(store.get(NAME))
                .as("a static field that one path writes keeps its first value on the other")
                .hasValue(new Term.Choice(List.of(constant("a"), Plain.UNSET)));
    }

    @Test
    void aFieldOfAnObjectThatExistsWasUnset() {
        Store store = Store.empty();
        store.put(Key.existence(OBJECT.id()), constant(true));
        store.become(List.of(Map.of(FIELD, constant(1)), Map.of()));
        assertThat(store.get(FIELD)).hasValue(new Term.Choice(List.of(constant(1), Plain.UNSET)));
        Store other = Store.empty();
        other.become(List.of(Map.of(FIELD, constant(1)), Map.of(Key.existence(OBJECT.id()), constant(true))));
        assertThat(other.get(FIELD)).hasValue(new Term.Choice(List.of(constant(1), Plain.UNSET)));
    }

    @Test
    void aPathThatLetGoOfTheOwnerDoesNotSayWhatIsKnownOfIt() {
        Term.Reference connection = new Term.Reference(object(8));
        Term.Reference tested = connection.validated(1);
        Store store = Store.empty();
        store.put(Key.existence(OBJECT.id()), constant(true));
        store.put(SIZE, new Term.Reference(OBJECT));
        store.put(FIELD, connection);
        store.become(List.of(Map.of(FIELD, tested), Map.of(SIZE, Plain.NULL)));
        assertThat(store.get(FIELD)).hasValue(tested);
        assertThat(store.get(SIZE).orElseThrow().options()).containsExactly(new Term.Reference(OBJECT), Plain.NULL);
        Store held = Store.empty();
        held.put(Key.existence(OBJECT.id()), constant(true));
        held.put(SIZE, new Term.Reference(OBJECT));
        held.put(FIELD, connection);
        held.become(List.of(Map.of(FIELD, tested), Map.of()));
        assertThat(held.get(FIELD)).hasValue(new Term.Choice(List.of(tested, connection)));
        Store fixed = Store.empty();
        fixed.put(SIZE, connection);
        fixed.become(List.of(Map.of(SIZE, tested), Map.of()));
        assertThat(fixed.get(SIZE)).hasValue(new Term.Choice(List.of(tested, connection)));
    }

    @Test
    void marksReachEveryPlaceThatHoldsTheObject() {
        Term.Reference connection = new Term.Reference(object(8));
        Term.Reference other = new Term.Reference(object(9));
        Store store = Store.empty();
        store.put(FIELD, connection);
        store.put(SIZE, new Term.Choice(List.of(connection, other, Plain.NULL)));
        store.put(NAME, other);
        assertThat(store.marked(Set.of(connection.object()), Term.Reference::closed))
                .isEqualTo(Map.of(
                        FIELD,
                        connection.closed(),
                        SIZE,
                        new Term.Choice(List.of(connection.closed(), other, Plain.NULL))));
    }

    private static HeapObject object(int id) {
        Location site = Location.ofLine("Db.java", id);
        return new HeapObject(
                id, "Db", site, 1, new HeapObject.Shape.Container(), "open()", "", Evidence.none(), List.of());
    }

    private static Term constant(Object value) {
        return new Term.Constant(value, Evidence.none());
    }
}
