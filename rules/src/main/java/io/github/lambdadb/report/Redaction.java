package io.github.lambdadb.report;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of every text that leaves: passwords, tokens, and the user-info of URLs become {@code ***}. */
public final class Redaction {
    private static final List<String> SECRET_WORDS =
            List.of("password", "passwd", "passphrase", "pwd", "secret", "token", "credential", "apikey", "accesskey");

    /*
     * The text is hostile: every pattern starts at a place that it cannot start at again within the same run of characters,
     * and takes its runs possessively or bounded, so that the time grows with the length alone.
     */
    /** {@code password=value}, {@code "password": "value"}; a value in quotes ends with them, another at a separator. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![\\w.-])([\\w.-]++)"
            + "(\\s{0,3}=\\s{0,3}|[\"']\\s{0,3}[:=]\\s{0,3})"
            + "(\"[^\"]{0,1000}\"|'[^']{0,1000}'|[^\\s&;,\"'()<>]++)");

    /** {@code PASSWORD 'value'} and {@code IDENTIFIED BY 'value'} of SQL. */
    private static final Pattern SQL =
            Pattern.compile("(?i)\\b(password|identified\\s{1,3}by)\\s{1,3}('[^']{0,1000}'|\"[^\"]{0,1000}\")");

    private static final Pattern USER_INFO = Pattern.compile("://[^/\\s@?#\"']++@");
    private static final Pattern ORACLE_USER_INFO =
            Pattern.compile("(?i)(jdbc:oracle:\\w{1,20}:)[^/\\s@\"']{1,200}/[^\\s@\"']{1,200}@");

    /** What is handed over behind the name of a secret: {@code setPassword("value")}, {@code put("password", "value")}. */
    private static final Pattern HANDED_OVER = Pattern.compile(
            "(?i)(?:passw|pwd|secret|token|credential|api_?key|access_?key)\\w{0,40}[\"']?\\s{0,9}[(=:,]\\s{0,9}[\"'][^\"']");

    private Redaction() {}

    /** Whether a line of source must not be shown: it holds a secret, or something that may be one. */
    public static boolean mayHoldSecret(String line) {
        return HANDED_OVER.matcher(line).find() || !of(line).equals(line);
    }

    public static String of(String text) {
        String clean = text;
        if (text.indexOf('@') >= 0) {
            clean = USER_INFO.matcher(clean).replaceAll("://" + Setting.HIDDEN + "@");
            clean = ORACLE_USER_INFO.matcher(clean).replaceAll("$1" + Setting.HIDDEN + "@");
        }
        clean = SQL.matcher(clean).replaceAll("$1 " + Setting.HIDDEN);
        return ASSIGNMENT
                .matcher(clean)
                .replaceAll(match -> Matcher.quoteReplacement(
                        isSecret(match.group(1)) ? match.group(1) + match.group(2) + Setting.HIDDEN : match.group()));
    }

    /** The value of a setting: nothing of it when the setting is a secret. */
    public static String of(Setting setting, String value) {
        return setting.property() == Property.PASSWORD || isSecret(setting.key()) ? Setting.HIDDEN : of(value);
    }

    /** A value that stands under a name: nothing of it when the name is a secret's, but what it refers to. */
    public static String named(String name, String value) {
        boolean refers = value.startsWith("${") && value.indexOf('}') == value.length() - 1;
        return isSecret(name) && !refers ? Setting.HIDDEN : of(value);
    }

    private static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(lower::contains);
    }
}
