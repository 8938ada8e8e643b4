package io.github.lambdadb.check;

import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * A suppression that stands outside the code.
 *
 * @param rule the rule that is silent
 * @param path the glob of the files in which it is, relative to the repository
 * @param files whether a file is meant by the glob
 * @param reason why; never blank
 * @param location where it is written
 */
public record FileSuppression(String rule, String path, Predicate<String> files, String reason, Location location) {
    private static final String WILDCARDS = "*?[{";

    boolean silences(String ruleId, String file) {
        return rule.equals(ruleId) && files.test(file);
    }

    /** Whether no file outside of the module's folder can be meant, so that the module alone shows what it silences. */
    boolean isOnlyAbout(String module) {
        return module.isEmpty() || Path.of(literalFolder()).startsWith(Path.of(module));
    }

    private String literalFolder() {
        int end = 0;
        while (end < path.length() && WILDCARDS.indexOf(path.charAt(end)) < 0) {
            end++;
        }
        String literal = path.substring(0, end);
        return end == path.length() ? literal : literal.substring(0, literal.lastIndexOf('/') + 1);
    }
}
