package io.github.lambdadb.plugin;

import io.github.lambdadb.check.UserSetting;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.report.Reporters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The report formats that the user asks for; SARIF is always one of them, and a build server's own are part of {@code auto}. */
final class Formats {
    private static final String AUTO = "auto";
    private static final List<String> AUTOMATIC = List.of("sarif", "html", "json");

    private Formats() {}

    static List<Reporter> of(List<UserSetting> wanted, List<String> ofBuildServer) {
        List<Reporter> installed = Reporters.installed();
        List<String> known = new ArrayList<>(List.of(AUTO));
        installed.forEach(reporter -> known.add(reporter.name()));
        Set<String> names = new TreeSet<>(Set.of("sarif"));
        for (UserSetting format : wanted) {
            if (!known.contains(format.value())) {
                throw format.unknownValue(known);
            }
            if (format.value().equals(AUTO)) {
                names.addAll(AUTOMATIC);
                names.addAll(ofBuildServer);
            } else {
                names.add(format.value());
            }
        }
        return installed.stream()
                .filter(reporter -> names.contains(reporter.name()))
                .toList();
    }
}
