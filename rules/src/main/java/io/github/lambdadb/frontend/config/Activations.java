package io.github.lambdadb.frontend.config;

import io.github.lambdadb.knowledge.FrameworkModel;
import io.github.lambdadb.knowledge.FrameworkModel.ProfileModel;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out which profiles are active in a function. */
final class Activations {
    private static final int MOST_CHOICES = 16;
    private static final int MOST_PROFILES = 50;

    private final ProfileModel model;
    private final KeySpelling spelling;
    private final World undecided;
    private final List<ConfigDocument> documents;
    private final Set<String> known;

    /**
     * @param undecided the configuration as it is before profiles are known: without files where they do not count
     * @param documents the documents that are read before, the weakest first
     * @param known the profiles that some file is for
     */
    Activations(FrameworkModel framework, World undecided, List<ConfigDocument> documents, Set<String> known) {
        this.model = framework.profiles();
        this.spelling = new KeySpelling(framework.keys());
        this.undecided = undecided;
        this.documents = documents;
        this.known = known;
    }

    Activation find() {
        Optional<Value<String>> said = model.active().stream()
                .flatMap(key -> undecided.list(key).stream())
                .findFirst();
        List<String> included = included();
        Set<List<String>> choices = new LinkedHashSet<>();
        boolean isOpen = said.isPresent() && !said.get().isComplete();
        for (String text : said.map(this::texts).orElse(List.of(""))) {
            List<String> words = PlaceholderText.list(text);
            List<String> certain =
                    words.stream().filter(word -> !word.contains("${")).toList();
            choices.add(all(included, words.isEmpty() && included.isEmpty() && !isOpen ? model.otherwise() : certain));
            for (String word : words) {
                possible(word).forEach(profile -> choices.add(all(included, replaced(words, word, profile))));
                isOpen |= word.contains("${");
            }
        }
        if (isOpen && said.map(value -> value.candidates().isEmpty()).orElse(false)) {
            known.forEach(profile -> choices.add(all(included, List.of(profile))));
        }
        List<List<String>> kept = choices.stream().limit(MOST_CHOICES).toList();
        return new Activation(kept, isOpen || kept.size() < choices.size());
    }

    private List<String> texts(Value<String> said) {
        List<String> texts = said.candidates().stream().map(Known::value).toList();
        return texts.isEmpty() ? List.of("") : texts;
    }

    /** The known profiles that a text with holes may stand for. */
    private Stream<String> possible(String word) {
        if (!word.contains("${")) {
            return Stream.empty();
        }
        StringBuilder pattern = new StringBuilder();
        PlaceholderText.parts(word).forEach(part -> pattern.append(part.isName() ? ".*" : Pattern.quote(part.text())));
        Pattern possible = Pattern.compile(pattern.toString());
        return known.stream().filter(profile -> possible.matcher(profile).matches());
    }

    private static List<String> replaced(List<String> words, String word, String profile) {
        return words.stream()
                .filter(other -> other.equals(word) || !other.contains("${"))
                .map(other -> other.equals(word) ? profile : other)
                .toList();
    }

    /** All that is active when these are said to be. */
    private List<String> all(List<String> included, List<String> said) {
        List<String> stated = new ArrayList<>(included);
        stated.addAll(said);
        Set<String> active = new LinkedHashSet<>(model.before());
        stated.forEach(profile -> addWithGroup(profile, active));
        active.removeAll(model.after());
        active.addAll(model.after());
        return List.copyOf(active);
    }

    private void addWithGroup(String profile, Set<String> active) {
        if (active.size() < MOST_PROFILES
                && active.add(profile)
                && !model.groups().isEmpty()) {
            undecided
                    .list(model.groups() + "." + profile)
                    .filter(Known.class::isInstance)
                    .map(members ->
                            PlaceholderText.list(members.candidates().get(0).value()))
                    .ifPresent(members -> members.forEach(member -> addWithGroup(member, active)));
        }
    }

    /** What is included by any document, the strongest first, as each of them counts for itself. */
    private List<String> included() {
        if (model.included().isEmpty()) {
            return List.of();
        }
        Set<String> included = new LinkedHashSet<>();
        undecided.environment().ofKey(model.included()).stream()
                .flatMap(value -> value.candidates().stream())
                .forEach(value -> included.addAll(PlaceholderText.list(value.value())));
        for (int i = documents.size() - 1; i >= 0; i--) {
            included.addAll(documents.get(i).texts(spelling, model.included()));
        }
        included.removeIf(profile -> profile.contains("${"));
        return List.copyOf(included);
    }
}
