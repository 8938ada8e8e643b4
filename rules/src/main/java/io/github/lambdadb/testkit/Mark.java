package io.github.lambdadb.testkit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment of a fixture claims about one line.
 *
 * @param subject a rule's id, or the property of an {@code expect-fact}
 * @param detail a severity, or the value of an {@code expect-fact}; empty when the mark does not care
 * @param text a part of the message, or the origin of an {@code expect-fact}; empty when the mark does not care
 */
record Mark(Kind kind, String file, int line, String subject, String detail, String text) {

    private static final Pattern ABOUT_RULE = Pattern.compile(
            "(?<rule>[a-z][a-z-]*)(\\s+(?<level>error|warning|note))?(\\s+\"(?<text>[^\"]*)\")?(\\s+--.*)?");
    private static final Pattern ABOUT_FACT =
            Pattern.compile("(?<property>[a-z][a-z-]*)=(?<value>\"[^\"]*\"|\\S+)(\\s+origin=(?<origin>[A-Z]+))?");

    /** What is claimed. */
    enum Kind {
        /** The rule finds something here. */
        EXPECT,
        /** The rule ought to find something here and does not yet. */
        EXPECT_MISSING,
        /** The rule finds something here and ought not to. */
        EXPECT_SPURIOUS,
        /** The evidence of one of the rule's findings passes through here. */
        EXPECT_STEP,
        /** The source that is created here, or the setting that is set here, is believed to be so. */
        EXPECT_FACT;

        String keyword() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Mark parse(Kind kind, String file, int line, String body) {
        Matcher matcher = (kind == Kind.EXPECT_FACT ? ABOUT_FACT : ABOUT_RULE).matcher(body.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "%s:%d: '%s' does not follow '%s:'.".formatted(file, line, body.strip(), kind.keyword()));
        }
        return kind == Kind.EXPECT_FACT
                ? new Mark(
                        kind,
                        file,
                        line,
                        matcher.group("property"),
                        matcher.group("value").replace("\"", ""),
                        orEmpty(matcher, "origin"))
                : new Mark(
                        kind, file, line, matcher.group("rule"), orEmpty(matcher, "level"), orEmpty(matcher, "text"));
    }

    private static String orEmpty(Matcher matcher, String group) {
        String found = matcher.group(group);
        return found == null ? "" : found;
    }

    @Override
    public String toString() {
        String about = kind == Kind.EXPECT_FACT ? "=" + detail : detail.isEmpty() ? "" : " " + detail;
        return "%s:%d %s: %s%s%s"
                .formatted(file, line, kind.keyword(), subject, about, text.isEmpty() ? "" : " \"" + text + "\"");
    }
}
