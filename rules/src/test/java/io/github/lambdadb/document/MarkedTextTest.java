package io.github.lambdadb.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.SuppressionMark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# lambda-db:allow oversized-pool -- four shards",
                "! lambda-db:allow oversized-pool -- four shards",
                "// lambda-db:allow oversized-pool -- four shards",
                "<!-- lambda-db:allow oversized-pool -- four shards -->"
            })
    void aMarkAloneIsAboutTheNextLine(String comment) {
        List<SuppressionMark> marks = MarkedText.marks("a", "first\n  " + comment + "\n\n# more\nsize: 4\nother\n");
        assertThat(marks).singleElement().satisfies(mark -> {
            assertThat(mark.rule()).isEqualTo("oversized-pool");
            assertThat(mark.reason()).isEqualTo("four shards");
            assertThat(mark.firstLine()).isEqualTo(2);
            assertThat(mark.lastLine()).isEqualTo(5);
        });
    }

    @Test
    void aMarkAtTheEndIsAboutItsLine() {
        List<SuppressionMark> marks =
                MarkedText.marks("a", "size: 4 # lambda-db:allow oversized-pool, eager-connections -- shards\nother\n");
        assertThat(marks).extracting(SuppressionMark::rule).containsExactly("oversized-pool", "eager-connections");
        assertThat(marks).extracting(SuppressionMark::lastLine).containsOnly(1);
    }

    @Test
    void aTextThatIsNoCommentIsNoMark() {
        assertThat(MarkedText.marks("a", "text: lambda-db:allow oversized-pool -- no\n"))
                .isEmpty();
    }
}
