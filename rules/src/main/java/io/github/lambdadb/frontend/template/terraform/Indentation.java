package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Expression.Literal;
import io.github.lambdadb.frontend.template.terraform.Expression.Part;
import java.util.ArrayList;
import java.util.List;

/** Takes from each line of an indented heredoc the indentation that all of them have. */
final class Indentation {
    private Indentation() {}

    static List<Part> removed(List<Part> parts) {
        int least = Integer.MAX_VALUE;
        boolean isAtLineStart = true;
        for (Part part : parts) {
            if (part.value() instanceof Literal literal && part.source().isEmpty()) {
                least = Math.min(least, least(literal.text(), isAtLineStart));
                isAtLineStart = literal.text().endsWith("\n");
            } else {
                least = isAtLineStart ? 0 : least;
                isAtLineStart = false;
            }
        }
        return least == 0 || least == Integer.MAX_VALUE ? parts : without(parts, least);
    }

    private static int least(String text, boolean isAtLineStart) {
        int least = Integer.MAX_VALUE;
        boolean isBlank = isAtLineStart;
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                isBlank = true;
                width = 0;
            } else if (isBlank && (c == ' ' || c == '\t')) {
                width++;
            } else if (isBlank) {
                isBlank = false;
                least = Math.min(least, width);
            }
        }
        return least;
    }

    private static List<Part> without(List<Part> parts, int width) {
        List<Part> all = new ArrayList<>();
        boolean isAtLineStart = true;
        for (Part part : parts) {
            if (part.value() instanceof Literal literal && part.source().isEmpty()) {
                all.add(new Part(new Literal(without(literal.text(), width, isAtLineStart), literal.at()), ""));
                isAtLineStart = literal.text().endsWith("\n");
            } else {
                all.add(part);
                isAtLineStart = false;
            }
        }
        return all;
    }

    private static String without(String text, int width, boolean isAtLineStart) {
        StringBuilder kept = new StringBuilder();
        int left = isAtLineStart ? width : 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isTaken = left > 0 && (c == ' ' || c == '\t');
            left = c == '\n' ? width : isTaken ? left - 1 : 0;
            if (!isTaken) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
