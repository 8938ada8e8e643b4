package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.TypeModel.Argument;
import io.github.lambdadb.knowledge.TypeModel.Meaning;
import io.github.lambdadb.knowledge.TypeModel.Role;
import io.github.lambdadb.knowledge.TypeModel.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what a type of a product does. */
final class TypeReader {
    private static final List<String> KEYS =
            List.of("role", "constructors", "factories", "creates", "returns-itself", "methods");

    /** Stands in an argument list without being an argument: the call reads that resource by itself. */
    private static final String IMPLIED_RESOURCE = "resource:";

    private TypeReader() {}

    static TypeModel read(Node node) {
        Fields fields = Fields.of(node, KEYS);
        return new TypeModel(
                fields.word("role", Role.class),
                fields.node("constructors").map(TypeReader::signatures).orElse(List.of()),
                fields.node("factories")
                        .map(factories -> Fields.byName(factories, TypeReader::factory))
                        .orElse(Map.of()),
                fields.texts("creates"),
                fields.texts("returns-itself"),
                fields.node("methods")
                        .map(methods -> Fields.byName(methods, TypeReader::signatures))
                        .orElse(Map.of()));
    }

    private static TypeModel.Factory factory(Node node) {
        Fields fields = Fields.of(node, List.of("returns", "signatures"));
        return new TypeModel.Factory(
                fields.word("returns", Role.class),
                fields.node("signatures").map(TypeReader::signatures).orElse(List.of()));
    }

    private static List<Signature> signatures(Node node) {
        return Fields.items(node).stream().map(TypeReader::signature).toList();
    }

    private static Signature signature(Node node) {
        List<Argument> arguments = new ArrayList<>();
        List<String> impliedResources = new ArrayList<>();
        for (Node item : Fields.items(node)) {
            String word = Fields.text(item);
            if (word.startsWith(IMPLIED_RESOURCE)) {
                impliedResources.add(word.substring(IMPLIED_RESOURCE.length()));
            } else {
                arguments.add(argument(word, item));
            }
        }
        return new Signature(arguments, impliedResources);
    }

    private static Argument argument(String word, Node item) {
        if (ComparisonReader.property(word).isPresent()) {
            return new Argument(Meaning.SETTING, word);
        }
        List<Meaning> meanings = Arrays.stream(Meaning.values())
                .filter(meaning -> meaning != Meaning.SETTING)
                .toList();
        return meanings.stream()
                .filter(meaning -> Fields.kebab(meaning).equals(word))
                .findFirst()
                .map(meaning -> new Argument(meaning, ""))
                .orElseThrow(() -> new KnowledgeException(
                        item.location(),
                        "the argument '" + word + "' means nothing" + Spelling.suggestion(word, words(meanings))));
    }

    private static List<String> words(List<Meaning> meanings) {
        return Stream.concat(
                        meanings.stream().map(Fields::kebab),
                        Arrays.stream(Property.values()).map(Fields::kebab))
                .toList();
    }
}
