package io.github.lambdadb.frontend.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A condition on profiles: names with {@code !}, {@code &}, {@code |} and parentheses. */
final class ProfileExpression {
    private static final Pattern WORD_ENDS = Pattern.compile("[!&|()\\s]+");
    private static final int LONGEST = 300;

    private final String text;
    private final Collection<String> active;
    private int at;

    private ProfileExpression(String text, Collection<String> active) {
        this.text = text.length() > LONGEST ? "" : text;
        this.active = active;
    }

    /** Whether the condition holds; one that cannot be read does not. */
    static boolean holds(String text, Collection<String> active) {
        ProfileExpression expression = new ProfileExpression(text, active);
        boolean holds = expression.either();
        return holds && expression.at == expression.text.length();
    }

    /** The names in the condition. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (String word : WORD_ENDS.split(text, -1)) {
            if (!word.isEmpty()) {
                names.add(word);
            }
        }
        return names;
    }

    private boolean either() {
        boolean holds = both();
        while (takes('|')) {
            holds |= both();
        }
        return holds;
    }

    private boolean both() {
        boolean holds = one();
        while (takes('&')) {
            holds &= one();
        }
        return holds;
    }

    private boolean one() {
        if (takes('!')) {
            return !one();
        }
        if (takes('(')) {
            boolean holds = either();
            return takes(')') && holds;
        }
        int start = at;
        while (at < text.length() && "!&|() \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at);
        skipBlanks();
        return active.contains(name);
    }

    private boolean takes(char sign) {
        skipBlanks();
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
