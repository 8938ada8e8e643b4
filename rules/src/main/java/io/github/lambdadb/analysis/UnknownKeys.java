package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configuration keys that a product which knows all its keys does not know, and throws an exception for. */
final class UnknownKeys {
    private UnknownKeys() {}

    /** Of the keys that are no setting of the product's file; the value may be a secret, and is not told. */
    static List<IgnoredSetting> of(SourceModel model, Map<String, Term> others) {
        return model.startup().keys().isEmpty()
                ? List.of()
                : others.entrySet().stream()
                        .filter(entry -> !model.knowsKey(entry.getKey()))
                        .flatMap(entry -> unknown(model, entry.getKey(), entry.getValue()).stream())
                        .toList();
    }

    private static Optional<IgnoredSetting> unknown(SourceModel model, String key, Term term) {
        Evidence evidence = SettingFacts.why(term);
        boolean always = term.options().stream().noneMatch(Term.Unset.class::isInstance);
        String nearest = model.nearestKey(key)
                .map(known -> "; the nearest is '" + known + "'")
                .orElse("");
        return evidence.steps().isEmpty()
                ? Optional.empty()
                : Optional.of(new IgnoredSetting(
                        "'" + key + "'",
                        "",
                        IgnoredSetting.Fate.REFUSED,
                        "",
                        model.name() + " has no such property, and throws an exception" + nearest,
                        always ? Certainty.DEFINITE : Certainty.POSSIBLE,
                        evidence));
    }
}
