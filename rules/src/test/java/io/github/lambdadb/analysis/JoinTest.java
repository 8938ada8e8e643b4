package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alternatives are counted once, and there are never too many. */
class JoinTest {
    private static final Evidence HERE = Evidence.of(Location.ofLine("A.java", 1), "here");

    @Test
    void theSameTwiceIsOne() {
        assertThat(Join.of(constant(1), new Term.Constant(1, HERE))).isEqualTo(constant(1));
        assertThat(Join.of(List.of(constant(1)))).isEqualTo(constant(1));
        Term text = new Term.Text(List.of(new Term.Part(PartKind.UNKNOWN, "A")), HERE);
        assertThat(Join.of(text, new Term.Text(List.of(new Term.Part(PartKind.UNKNOWN, "A")), Evidence.none())))
                .isEqualTo(text);
        Term opaque = Term.unknown("first");
        assertThat(Join.of(opaque, Term.unknown("second"))).isEqualTo(opaque);
        assertThat(Join.of(new Term.Null(), new Term.Null())).isEqualTo(new Term.Null());
    }

    @Test
    void choicesAreFlattened() {
        Term two = Join.of(constant(1), constant(2));
        assertThat(two).isEqualTo(new Term.Choice(List.of(constant(1), constant(2))));
        assertThat(Join.of(two, constant(3)).options()).containsExactly(constant(1), constant(2), constant(3));
        assertThat(Join.of(two, two)).isSameAs(two);
        assertThat(Join.of(two, constant(2))).isEqualTo(two);
        Term unresolved = new Term.Opaque(TypeName.of("int"), "a parameter");
        assertThat(Join.of(unresolved, Term.unknown("a parameter")).options()).hasSize(2);
    }

    @Test
    void noPathYieldsNothingKnown() {
        assertThat(Join.of(List.of())).isEqualTo(Term.unknown("no path yields a value"));
    }

    @Test
    void aFunctionIsAppliedToEachAlternative() {
        Term two = Join.of(constant(1), constant(2));
        assertThat(Join.map(two, one -> Arithmetic.unary("-", one)).options())
                .containsExactly(constant(-1), constant(-2));
        assertThat(Join.map(two, one -> constant(0))).isEqualTo(constant(0));
        assertThat(Join.map(constant(1), one -> constant(0))).isEqualTo(constant(0));
    }

    @Test
    void tooManyAlternativesAreNoKnowledgeButNullStays() {
        List<Term> terms = new ArrayList<>();
        for (int number = 0; number < 24; number++) {
            terms.add(constant(number));
        }
        assertThat(Join.of(terms).options()).hasSize(24);
        terms.add(constant(24));
        Term many = new Term.Opaque(TypeName.unresolved("?"), "more than 24 alternatives");
        assertThat(Join.of(terms)).isEqualTo(many);
        terms.add(new Term.Null());
        assertThat(Join.of(terms)).isEqualTo(new Term.Choice(List.of(new Term.Null(), many)));
    }

    @Test
    void evidenceIsAddedToWhatHasAny() {
        Evidence more = Evidence.of(Location.ofLine("A.java", 1), "here");
        Location at = Location.ofLine("A.java", 1);
        Term text = new Term.Text(List.of(new Term.Part(PartKind.UNKNOWN, "A")), Evidence.none());
        assertThat(constant(1).because(at, "here").why()).isEqualTo(more);
        assertThat(text.because(at, "here").why()).isEqualTo(more);
        assertThat(Join.of(constant(1), text).because(at, "here").options())
                .extracting(Term::why)
                .containsOnly(more);
        assertThat(new Term.Null().because(at, "here")).isEqualTo(new Term.Null());
    }

    private static Term constant(Object value) {
        return new Term.Constant(value, Evidence.none());
    }
}
