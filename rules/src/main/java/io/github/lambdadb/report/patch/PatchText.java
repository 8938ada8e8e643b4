package io.github.lambdadb.report.patch;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.report.Redaction;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A unified diff of one file. Lines around a change are shown unless one of them may hold a secret; a change of such a line is
 * not shown at all.
 */
public final class PatchText {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\n\\ No newline at end of file";

    private final Set<Location> secrets;

    private PatchText(Set<Location> secrets) {
        this.secrets = secrets;
    }

    /** {@code facts} know where passwords are written. */
    public static PatchText of(Facts facts) {
        Set<Location> secrets = new HashSet<>();
        facts.sources().stream()
                .flatMap(source -> source.setting(Property.PASSWORD).stream())
                .flatMap(setting -> setting.value().candidates().stream())
                .filter(known -> known.value().equals(Setting.HIDDEN))
                .flatMap(known -> known.evidence().steps().stream())
                .forEach(step -> secrets.add(
                        Location.ofLine(step.location().file(), step.location().line())));
        return new PatchText(secrets);
    }

    /** Empty if nothing differs, or if it cannot be shown. */
    public Optional<String> of(String file, String before, String after) {
        return Stream.of(CONTEXT, 0)
                .map(context -> diff(file, before, after, context))
                .filter(lines -> !lines.isEmpty() && isShowable(file, lines))
                .findFirst()
                .map(lines -> String.join("\n", lines) + "\n");
    }

    private static List<String> diff(String file, String before, String after, int context) {
        List<String> old = lines(before);
        return UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + file, "b/" + file, old, DiffUtils.diff(old, lines(after)), context);
    }

    /** Each without its newline, and the last with the remark if it has none. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + NO_NEWLINE);
        }
        return lines;
    }

    private boolean isShowable(String file, List<String> diff) {
        int line = 0;
        for (String each : diff.subList(2, diff.size())) {
            if (each.startsWith("@@")) {
                line = Integer.parseInt(each.substring(4, each.indexOf(each.contains(",") ? ',' : ' ', 4)));
            } else {
                boolean isSecret =
                        secrets.contains(Location.ofLine(file, Math.max(1, line))) || Redaction.mayHoldSecret(each);
                if (isSecret) {
                    return false;
                }
                line += each.startsWith("+") ? 0 : 1;
            }
        }
        return true;
    }
}
