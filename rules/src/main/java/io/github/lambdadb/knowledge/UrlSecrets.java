package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.Setting;
import java.util.List;
import java.util.Locale;

/** Replaces passwords in JDBC URLs. */
final class UrlSecrets {
    private static final List<String> SECRET_WORDS = List.of(
            "password", "passwd", "passphrase", "pwd", "secret", "token", "credential", "accesskey", "privatekey");

    private UrlSecrets() {}

    /** Whether the values of that key are not to be shown. */
    static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.equals("pass") || SECRET_WORDS.stream().anyMatch(lower::contains);
    }

    /** The value as it may be shown: a secret that is known becomes {@code ***}, a hole stays. */
    static String hide(String key, String value) {
        return isSecret(key) && !value.isEmpty() && !Holes.isAll(value) ? Setting.HIDDEN : value;
    }

    /** Hides what is in front of the parameters: {@code //user:password@}, {@code thin:user/password@}, {@code (password=…)}. */
    static String hideInBody(String body) {
        int slashes = body.indexOf("//");
        int at = body.lastIndexOf('@');
        boolean isAuthority = slashes == 0 || (slashes > 0 && body.charAt(slashes - 1) == ':');
        String shown = body;
        if (isAuthority && at > slashes) {
            shown = hideBetween(body, slashes + 2, ":", at);
        } else if (at > 0) {
            shown = hideBetween(body, 0, "/", at);
        }
        return hidePairs(shown);
    }

    /** Whether the text breaks off in {@code //user:password}: after the colon stands no port, and no {@code @} has come. */
    static boolean endsInPassword(String body) {
        int slashes = body.indexOf("//");
        String place = slashes < 0 ? "" : body.substring(slashes + 2);
        int colon = Holes.indexOfAny(place, 0, ":/@(,");
        if (colon == place.length() || place.charAt(colon) != ':' || place.indexOf('@') >= 0) {
            return false;
        }
        String port = place.substring(colon + 1, Holes.indexOfAny(place, colon + 1, "/,:\\"));
        return !Holes.isIn(port) && !port.chars().allMatch(Character::isDigit);
    }

    private static String hideBetween(String body, int from, String mark, int at) {
        int start = Holes.indexOfAny(body, from, mark) + 1;
        if (start <= 0 || start >= at || Holes.isAll(body.substring(start, at))) {
            return body;
        }
        return body.substring(0, start) + Setting.HIDDEN + body.substring(at);
    }

    /** Hides the values of pairs in parentheses. */
    private static String hidePairs(String body) {
        if (body.indexOf('=') < 0) {
            return body;
        }
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int end = Holes.indexOfAny(body, at, ",()");
            String part = body.substring(at, end);
            int equals = Holes.indexOfAny(part, 0, "=");
            if (equals < part.length()) {
                String key = part.substring(0, equals).strip();
                shown.append(part, 0, equals + 1).append(hide(key, part.substring(equals + 1)));
            } else {
                shown.append(part);
            }
            if (end < body.length()) {
                shown.append(body.charAt(end));
            }
            at = end + 1;
        }
        return shown.toString();
    }
}
