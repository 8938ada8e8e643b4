package io.github.lambdadb.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.issue.Fix;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.source.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EditedTextTest {
    @Test
    void everythingElseStaysAsItIsWhateverTheLineEndings() {
        String text = "one\r\n\ttwo = 2;\r\nüthree\rfour";
        assertThat(EditedText.of(text, List.of(edit(2, 8, 2, 9, "22"), edit(4, 1, 4, 1, ">"), edit(1, 1, 1, 4, "uno"))))
                .isEqualTo("uno\r\n\ttwo = 22;\r\nüthree\r>four");
    }

    @Test
    void anEditThatTwoFixesShareIsAppliedOnce() {
        assertThat(EditedText.of("a\n", List.of(edit(1, 2, 1, 2, "b"), edit(1, 2, 1, 2, "b"))))
                .isEqualTo("ab\n");
    }

    @Test
    void editsThatTouchAreNotApart() {
        assertThat(EditedText.areApart(fix(edit(1, 1, 1, 4, "")), fix(edit(1, 4, 1, 4, "x"))))
                .isFalse();
        assertThat(EditedText.areApart(fix(edit(1, 1, 1, 4, "")), fix(edit(1, 5, 1, 6, "x"))))
                .isTrue();
        assertThat(EditedText.areApart(fix(edit(1, 3, 3, 1, "")), fix(edit(2, 1, 2, 1, "x"))))
                .isFalse();
    }

    private static Fix fix(TextEdit edit) {
        return new Fix(Grade.SAFE, "change it", List.of(edit));
    }

    private static TextEdit edit(int line, int column, int endLine, int endColumn, String replacement) {
        return new TextEdit(new Location("a.txt", line, column, endLine, endColumn), replacement);
    }
}
