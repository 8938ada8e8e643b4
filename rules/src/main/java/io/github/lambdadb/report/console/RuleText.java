package io.github.lambdadb.report.console;

import io.github.lambdadb.report.Wrapped;
import io.github.lambdadb.rule.Option;
import io.github.lambdadb.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A rule's page for a terminal: its title and settings from the descriptor, then the page, then how to suppress it. */
public final class RuleText {
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*\\s][^*]{0,200})\\*");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)\\s]+)\\)");

    private RuleText() {}

    public static List<String> lines(RuleDescriptor rule, String markdown) {
        List<String> lines = new ArrayList<>(Wrapped.words("", rule.id() + ": " + rule.title()));
        lines.add("%s, %s, since %s"
                .formatted(rule.levelByDefault(), rule.category().name().toLowerCase(Locale.ROOT), rule.since()));
        if (rule.isOptIn()) {
            lines.addAll(Wrapped.words(
                    "",
                    "It runs where it is given a severity: " + rule.id() + "="
                            + rule.severity().level() + "."));
        }
        for (Option<?> option : rule.options()) {
            lines.addAll(Wrapped.words(
                    "option " + option.key() + ": ",
                    option.description() + " Default: " + option.defaultValue() + "."));
        }
        lines.add("");
        addPage(lines, markdown);
        lines.add("");
        lines.add("How to suppress");
        lines.add("on the line or the line before:");
        lines.add("    // lambda-db:allow " + rule.id() + " -- reason");
        lines.add("on the declaration:");
        lines.add("    @SuppressWarnings(\"lambda-db:" + rule.id() + "\")");
        return lines;
    }

    private static void addPage(List<String> lines, String markdown) {
        boolean isCode = false;
        StringBuilder paragraph = new StringBuilder();
        for (String line : markdown.split("\n", -1)) {
            boolean isFence = line.startsWith("```");
            if (isFence || isCode || line.isBlank() || startsBlock(line)) {
                flush(lines, paragraph);
            }
            if (isFence) {
                isCode = !isCode;
            } else if (isCode) {
                lines.add(line.isBlank() ? "" : "    " + line.stripTrailing());
            } else if (line.startsWith("#")) {
                lines.add(plain(line.replaceFirst("^#+ *", "")).toUpperCase(Locale.ROOT));
            } else if (line.startsWith("|")) {
                lines.add(plain(line));
            } else if (line.isBlank()) {
                addBlank(lines);
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        flush(lines, paragraph);
    }

    private static boolean startsBlock(String line) {
        return line.startsWith("#") || line.startsWith("|") || line.matches(" *([-*]|\\d+\\.) .*");
    }

    private static void flush(List<String> lines, StringBuilder paragraph) {
        if (paragraph.isEmpty()) {
            return;
        }
        String text = plain(paragraph.toString());
        boolean isItem = text.startsWith("- ") || text.startsWith("* ");
        lines.addAll(isItem ? Wrapped.words("  - ", text.substring(2)) : Wrapped.words("", text));
        paragraph.setLength(0);
    }

    private static void addBlank(List<String> lines) {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    private static String plain(String markdown) {
        String unlinked = LINK.matcher(markdown).replaceAll("$1 ($2)");
        return EMPHASIS.matcher(unlinked.replace("**", "").replace("`", "")).replaceAll("$1");
    }
}
