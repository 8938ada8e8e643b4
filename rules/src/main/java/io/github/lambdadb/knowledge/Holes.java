package io.github.lambdadb.knowledge;

/** Scans texts in which unknown parts stand as <code>${NAME}</code>; a character in a hole is never a separator. */
final class Holes {
    private Holes() {}

    /** Where the hole that starts there ends, or the same place when none starts there. */
    static int skip(String text, int at) {
        if (!text.startsWith("${", at)) {
            return at;
        }
        int end = text.indexOf('}', at);
        return end < 0 ? at : end + 1;
    }

    /** The first of the characters from there on that is in no hole, or the length of the text. */
    static int indexOfAny(String text, int from, String characters) {
        int at = from;
        while (at < text.length()) {
            int end = skip(text, at);
            if (end > at) {
                at = end;
            } else if (characters.indexOf(text.charAt(at)) >= 0) {
                return at;
            } else {
                at++;
            }
        }
        return text.length();
    }

    static boolean isIn(String text) {
        int at = text.indexOf("${");
        return at >= 0 && text.indexOf('}', at) >= 0;
    }

    /** Whether the text is one hole and nothing else. */
    static boolean isAll(String text) {
        return !text.isEmpty() && skip(text, 0) == text.length();
    }

    /**
     * Whether the text ends with a hole that may be more than the rest of a name: one that is all there is, or that follows
     * a letter, a digit or a hole at once ({@code db} and then {@code ?a=b}); not one that is set off ({@code db_}).
     */
    static boolean endsOpen(String text) {
        int start = text.lastIndexOf("${");
        return start >= 0
                && skip(text, start) == text.length()
                && (start == 0 || text.charAt(start - 1) == '}' || Character.isLetterOrDigit(text.charAt(start - 1)));
    }
}
