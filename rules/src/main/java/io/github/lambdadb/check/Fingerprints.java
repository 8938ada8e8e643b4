package io.github.lambdadb.check;

import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.issue.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Gives each finding of a module its identity: rule, file within the module, member, name, and how many equal ones came
 * before. Neither lines nor messages take part, so that edits elsewhere in the file and better wording keep it.
 */
final class Fingerprints {
    private final String modulePrefix;
    private final Map<String, Integer> seen = new HashMap<>();

    /** {@code modulePath} is the module's folder relative to the root, empty for the root itself. */
    Fingerprints(String modulePath) {
        this.modulePrefix = modulePath.isEmpty() ? "" : modulePath + "/";
    }

    Fingerprint next(String rule, Subject subject) {
        String file = subject.file().startsWith(modulePrefix)
                ? subject.file().substring(modulePrefix.length())
                : subject.file();
        String identity = String.join("\0", rule, file, subject.member(), subject.name());
        int ordinal = seen.merge(identity, 1, Integer::sum);
        return new Fingerprint(hash(identity + '\0' + ordinal));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
