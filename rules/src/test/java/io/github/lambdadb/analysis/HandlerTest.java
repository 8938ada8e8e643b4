package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.Evidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An exception may find what a place held at any moment of the body. */
class HandlerTest {
    private static final Key STATIC = Key.staticField("Db", "size");
    private static final Key FIELD = new Key(7, "connection");
    private static final Term ONE = new Term.Constant(1, Evidence.none());
    private static final Term TWO = new Term.Constant(2, Evidence.none());

    @Test
    void theValueBeforeIsOneOfThem() {
        Store base = Store.empty();
        base.put(STATIC, ONE);
        Handler handler = new Handler(base, 5);
        handler.saw(STATIC, TWO);
        handler.saw(STATIC, Plain.NULL);
        assertThat(handler.from()).isEqualTo(5);
        assertThat(handler.thrown()).isEqualTo(Map.of(STATIC, new Term.Choice(List.of(ONE, TWO, Plain.NULL))));
        assertThat(handler.sawNull(STATIC)).isTrue();
    }

    @Test
    void theFieldOfAnObjectThatExistedWasUnset() {
        Store base = Store.empty();
        base.put(Key.existence(7), ONE);
        Handler handler = new Handler(base, 0);
        handler.saw(FIELD, TWO);
        assertThat(handler.thrown()).isEqualTo(Map.of(FIELD, new Term.Choice(List.of(Plain.UNSET, TWO))));
        assertThat(handler.sawNull(FIELD)).isFalse();
    }

    @Test
    void theFieldOfAnObjectOfTheBodyHoldsWhatTheBodyWrote() {
        Handler handler = new Handler(Store.empty(), 0);
        handler.saw(STATIC, ONE);
        handler.saw(FIELD, TWO);
        assertThat(handler.thrown()).as("a local of a frame that is gone").isEqualTo(Map.of(STATIC, ONE));
        handler.saw(Key.existence(7), ONE);
        assertThat(handler.thrown()).containsEntry(FIELD, TWO);
    }

    @Test
    void whatIsOverruledHoldsAlone() {
        Handler handler = new Handler(Store.empty(), 0);
        handler.saw(STATIC, ONE);
        handler.overrule(STATIC, TWO);
        assertThat(handler.thrown()).isEqualTo(Map.of(STATIC, TWO));
    }
}
