package io.github.lambdadb.report.markdown;

import io.github.lambdadb.report.Wrapped;

/** Texts of analysed code inside of a Markdown table: one line each, shown as they are, without secrets. */
final class MarkdownText {
    /** What begins markup anywhere in a line: of Markdown, tables, HTML and its entities, and formulas. */
    private static final String MARKUP = "\\`*_{}[]<>|~&!$";

    /** What calls a person or an issue by what follows; an element of its own tears them apart. */
    private static final String CALLS = "@#";

    private MarkdownText() {}

    static String of(String text) {
        StringBuilder escaped = new StringBuilder();
        Wrapped.line(text).codePoints().forEach(c -> {
            if (CALLS.indexOf(c) >= 0) {
                escaped.append("<span>").appendCodePoint(c).append("</span>");
            } else {
                escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
            }
        });
        // no address becomes a link
        return escaped.toString().replace("://", "<span>:</span>//");
    }

    /** In the type of code, by HTML: escapes of Markdown mean nothing between backticks. */
    static String code(String text) {
        return "<code>" + of(text) + "</code>";
    }
}
