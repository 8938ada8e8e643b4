package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is taken out of a container is one of those that were put in, or not known. */
class ContainersTest {
    private static final Term ONE = constant(1);
    private static final Term TWO = constant(2);
    private static final Term KEY = constant("orders");
    private static final Term UNKNOWN = Term.unknown("a parameter");

    private final Machine machine = Bare.machine();
    private final HeapObject container = Containers.create(machine, "java.util.HashMap", Bare.HERE);

    @Test
    void anArrayKnowsItsElementsByPosition() {
        HeapObject array = object(Containers.array(machine, List.of(ONE, TWO), Bare.HERE));
        assertThat(Containers.elements(machine, array)).containsExactly(ONE, TWO);
        assertThat(Containers.at(machine, array, Optional.of("1"))).isEqualTo(TWO);
        assertThat(Containers.at(machine, array, Optional.empty()).options()).containsExactly(ONE, TWO);
        assertThat(Containers.at(machine, array, Optional.of("2")).options()).containsExactly(ONE, TWO);
        assertThat(Containers.at(machine, new Term.Choice(List.of(new Term.Reference(array), ONE)), Optional.of("0"))
                        .options())
                .containsExactly(ONE, Term.unknown("an element that is not known"));
        Containers.add(machine, array, KEY);
        assertThat(Containers.at(machine, array, Optional.of("0")).options()).containsExactly(ONE, KEY);
    }

    @Test
    void ofALongArrayTheFirstElementsAreKept() {
        List<Term> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(constant(i));
        }
        HeapObject array = object(Containers.array(machine, many, Bare.HERE));
        assertThat(Containers.elements(machine, array)).isEqualTo(many.subList(0, 200));
    }

    @Test
    void aMapKnowsItsValuesByKey() {
        Containers.put(machine, container, KEY, ONE);
        Containers.put(machine, container, constant("stock"), TWO);
        assertThat(Containers.get(machine, container, KEY)).isEqualTo(ONE);
        assertThat(Containers.get(machine, container, constant("other"))).isEqualTo(Plain.NULL);
        assertThat(Containers.get(machine, container, UNKNOWN).options())
                .containsExactlyInAnyOrder(ONE, TWO, Plain.NULL);
        assertThat(Containers.entries(machine, container)).isEqualTo(Map.of("orders", ONE, "stock", TWO));
        assertThat(Containers.isOpen(machine, container)).isFalse();
        Containers.put(machine, container, KEY, TWO);
        assertThat(Containers.get(machine, container, KEY)).isEqualTo(TWO);
    }

    @Test
    void aKeyThatMayBeOneOfTwoAddsToBoth() {
        Containers.put(machine, container, KEY, ONE);
        Containers.put(machine, container, Join.of(KEY, constant("stock")), TWO);
        assertThat(Containers.get(machine, container, KEY).options()).containsExactly(ONE, TWO);
        assertThat(Containers.get(machine, container, constant("stock"))).isEqualTo(TWO);
        assertThat(Containers.isOpen(machine, container)).isFalse();
    }

    @Test
    void aKeyThatIsNotKnownOpensTheMap() {
        Containers.put(machine, container, UNKNOWN, ONE);
        assertThat(Containers.isOpen(machine, container)).isTrue();
        assertThat(Containers.get(machine, container, KEY).options())
                .containsExactly(ONE, Plain.NULL, Term.unknown("an entry of a map that is filled elsewhere"));
        assertThat(Containers.element(machine, container).options()).hasSize(2).contains(ONE);
        assertThat(Containers.at(machine, container, Optional.of("0")).options())
                .hasSize(2);
    }

    @Test
    void ofAnEmptyContainerNoElementIsKnown() {
        assertThat(Containers.element(machine, container)).isInstanceOf(Term.Opaque.class);
        Containers.add(machine, container, ONE);
        assertThat(Containers.element(machine, container)).isEqualTo(ONE);
        assertThat(Containers.elements(machine, container)).isEmpty();
    }

    @Test
    void aCopyHoldsAllThatTheOriginalHolds() {
        HeapObject copy = Containers.create(machine, "java.util.TreeMap", Location.ofLine("Db.java", 2));
        Containers.copy(machine, copy, container);
        assertThat(machine.fields(copy)).isEmpty();
        Containers.put(machine, container, KEY, ONE);
        Containers.add(machine, container, TWO);
        Containers.copy(machine, copy, container);
        assertThat(Containers.get(machine, copy, KEY)).isEqualTo(ONE);
        assertThat(Containers.element(machine, copy).options()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(Containers.isOpen(machine, copy)).isFalse();
        Containers.open(machine, container);
        Containers.copy(machine, copy, container);
        assertThat(Containers.isOpen(machine, copy)).isTrue();
        HeapObject list = Containers.create(machine, "java.util.ArrayList", Location.ofLine("Db.java", 3));
        Containers.copy(machine, list, object(Containers.array(machine, List.of(ONE, TWO), Bare.HERE)));
        assertThat(Containers.element(machine, list).options()).containsExactly(ONE, TWO);
    }

    private static HeapObject object(Term reference) {
        return ((Term.Reference) reference).object();
    }

    private static Term constant(Object value) {
        return new Term.Constant(value, Evidence.none());
    }
}
