package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Known parts of a text stay known beside the unknown ones. */
class TextsTest {
    private static final Evidence HERE = Evidence.of(Location.ofLine("A.java", 1), "here");
    private static final Evidence THERE = Evidence.of(Location.ofLine("A.java", 2), "there");
    private static final Term.Part HOST = new Term.Part(PartKind.ENVIRONMENT, "DB_HOST");

    @Test
    void literalsBecomeOne() {
        Term joined =
                Texts.concat(List.of(new Term.Constant("jdbc:", HERE), new Term.Constant(5432, THERE), Plain.NULL));
        assertThat(joined).isEqualTo(new Term.Constant("jdbc:5432null", HERE.then(THERE)));
        assertThat(Texts.concat(List.of())).isEqualTo(new Term.Constant("", Evidence.none()));
        assertThat(Texts.of(List.of(literal("")), HERE)).isEqualTo(new Term.Constant("", HERE));
    }

    @Test
    void anUnknownPartKeepsItsPlaceAndItsName() {
        Term url = Texts.of(List.of(literal("jdbc:"), literal("//"), HOST, literal("/orders")), HERE);
        assertThat(url).isEqualTo(new Term.Text(List.of(literal("jdbc://"), HOST, literal("/orders")), HERE));
        assertThat(Texts.shown(url)).hasValue("jdbc://${DB_HOST}/orders");
        assertThat(Texts.exact(url)).isEmpty();
        assertThat(Texts.concat(List.of(url, new Term.Constant("?ssl", THERE), Term.unknown("a parameter"))))
                .isEqualTo(new Term.Text(
                        List.of(literal("jdbc://"), HOST, literal("/orders?ssl"), new Term.Part(PartKind.UNKNOWN, "?")),
                        HERE.then(THERE)));
    }

    @Test
    void whatIsKnownIsShown() {
        assertThat(Texts.exact(new Term.Constant(5, HERE))).hasValue("5");
        assertThat(Texts.shown(new Term.Constant(5, HERE))).hasValue("5");
        assertThat(Texts.shown(Term.unknown("a parameter"))).isEmpty();
        assertThat(Texts.exact(Plain.NULL)).isEmpty();
    }

    @Test
    void aVeryLongTextIsNotKept() {
        assertThat(Texts.of(List.of(literal("x".repeat(20_000))), HERE)).isInstanceOf(Term.Constant.class);
        assertThat(Texts.of(List.of(literal("x".repeat(20_001))), HERE)).isEqualTo(Term.unknown("a very long text"));
    }

    private static Term.Part literal(String text) {
        return new Term.Part(PartKind.LITERAL, text);
    }
}
