package io.github.lambdadb.frameworks;

import io.github.lambdadb.check.CheckRequest;
import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.Dependencies;
import io.github.lambdadb.check.Policy;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.ProgramName;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the analysis believes of the pools of a project, and what it says that it does not see. */
record BelievedPools(List<Map<String, String>> pools, List<String> gaps) {
    static BelievedPools of(Project project, Libraries libraries, Map<String, String> adapter) {
        Map<String, String> versions = libraries.versions();
        versions.putAll(adapter);
        Dependencies dependencies = new Dependencies(libraries.jars(), versions, List.of());
        Facts facts = Checker.check(new CheckRequest(
                        project.folder(),
                        project.folder(),
                        List.of(project.sourceRoot()),
                        List.of(),
                        List.of(project.resourceRoot()),
                        List.of(),
                        versions.keySet(),
                        () -> dependencies,
                        file -> true,
                        false,
                        Policy.defaults()))
                .facts();
        return new BelievedPools(
                facts.sources().stream().map(BelievedPools::settings).toList(),
                facts.gaps().stream().map(Gap::toString).toList());
    }

    private static Map<String, String> settings(ConnectionSource source) {
        Map<String, String> settings = new TreeMap<>(Map.of("product", source.product()));
        source.settings().forEach((property, setting) -> settings.put(property.name(), shown(setting)));
        if (source.programName().state() == ProgramName.State.SET) {
            settings.put("PROGRAM_NAME", source.programName().detail());
        }
        return settings;
    }

    private static String shown(Setting setting) {
        return setting.value() instanceof Value.Known<String> known
                ? known.value()
                : setting.value().toString();
    }
}
