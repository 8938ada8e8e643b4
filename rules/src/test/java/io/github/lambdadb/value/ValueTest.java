package io.github.lambdadb.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A match is definite only if all that the value may be is known and matches. */
class ValueTest {
    private static final Value<Integer> ONE = known(1, 10);
    private static final Value<Integer> EITHER = new Value.Choice<>(List.of(known(1, 10), known(20, 11)), true);
    private static final Value<Integer> OPEN = new Value.Choice<>(List.of(known(20, 11)), false);
    private static final Value<Integer> NOTHING = new Value.Unknown<>("a parameter");

    @Test
    void whatIsKnownIsComplete() {
        assertThat(ONE.candidates()).containsExactly(known(1, 10));
        assertThat(EITHER.candidates()).hasSize(2);
        assertThat(NOTHING.candidates()).isEmpty();
        assertThat(ONE.isComplete()).isTrue();
        assertThat(EITHER.isComplete()).isTrue();
        assertThat(OPEN.isComplete()).isFalse();
        assertThat(NOTHING.isComplete()).isFalse();
    }

    @Test
    void aMatchOfAllIsDefinite() {
        assertThat(ONE.matching(number -> number == 1))
                .hasValue(new Match<>(1, Certainty.DEFINITE, known(1, 10).evidence()));
        assertThat(EITHER.matching(number -> number > 0).orElseThrow().certainty())
                .isEqualTo(Certainty.DEFINITE);
        assertThat(ONE.matching(number -> number > 1)).isEmpty();
        assertThat(NOTHING.matching(number -> true)).isEmpty();
    }

    @Test
    void aMatchOfSomeIsPossible() {
        assertThat(EITHER.matching(number -> number > 2))
                .hasValue(new Match<>(20, Certainty.POSSIBLE, known(20, 11).evidence()));
        assertThat(OPEN.matching(number -> number > 2).orElseThrow().certainty())
                .isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void aDerivedValueIsAsSure() {
        assertThat(ONE.map(number -> Optional.of(number + 1))).isEqualTo(known(2, 10));
        assertThat(EITHER.map(number -> Optional.of(number + 1)))
                .isEqualTo(new Value.Choice<>(List.of(known(2, 10), known(21, 11)), true));
        assertThat(EITHER.map(number -> Optional.of(number).filter(one -> one > 2)))
                .isEqualTo(new Value.Choice<>(List.of(known(20, 11)), false));
        assertThat(OPEN.map(Optional::of)).isEqualTo(OPEN);
    }

    @Test
    void whatHasNoAnswerIsUnknown() {
        assertThat(NOTHING.map(Optional::of)).isEqualTo(NOTHING);
        assertThat(ONE.map(number -> Optional.empty())).isEqualTo(new Value.Unknown<>("the value has no such form"));
    }

    private static Value.Known<Integer> known(int value, int line) {
        return new Value.Known<>(value, Evidence.of(Location.ofLine("A.java", line), "written here"));
    }
}
