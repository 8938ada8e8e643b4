package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.EagerOpening;
import io.github.lambdadb.facts.EagerOpening.Purpose;
import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.Comparison;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The connections that a pool opens before any is asked for. */
final class EagerOpenings {
    private EagerOpenings() {}

    static List<EagerOpening> of(SourceModel model, SettingsInForce settings) {
        List<EagerOpening> openings = new ArrayList<>();
        for (Property property : model.startup().opens()) {
            Optional.ofNullable(settings.settings().get(property))
                    .filter(setting -> !hasNoEffect(setting, settings))
                    .ifPresent(setting -> openings.add(new EagerOpening(setting, Purpose.KEPT)));
        }
        probe(model, settings).ifPresent(openings::add);
        return openings;
    }

    private static boolean hasNoEffect(Setting setting, SettingsInForce settings) {
        return settings.ignored(setting)
                .filter(ignored -> ignored.fate() != IgnoredSetting.Fate.REPLACED)
                .isPresent();
    }

    /** A test connection that is surely opened; the setting that makes the pool close it is the first that decides. */
    private static Optional<EagerOpening> probe(SourceModel model, SettingsInForce settings) {
        List<Property> deciding = model.startup().probesWhen().stream()
                .flatMap(Comparison::settings)
                .distinct()
                .toList();
        return deciding.stream()
                .findFirst()
                .filter(first -> Weighing.of(deciding, model.startup().probesWhen(), settings.settings())
                        .filter(weighing -> weighing.certainty() == Certainty.DEFINITE)
                        .isPresent())
                .flatMap(first -> Optional.ofNullable(settings.settings().get(first)))
                .map(setting -> new EagerOpening(setting, Purpose.PROBE));
    }
}
