package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.knowledge.FrameworkModel.ConfigurationFiles;
import io.github.lambdadb.knowledge.FrameworkModel.Keys;
import io.github.lambdadb.knowledge.FrameworkModel.ProfileModel;
import io.github.lambdadb.knowledge.FrameworkModel.Variables;
import java.util.List;

/** Reads the file of a framework. */
final class FrameworkReader {
    private static final List<String> KEYS = List.of(
            "framework",
            "name",
            "markers",
            "keys",
            "variables",
            "files",
            "every-root",
            "profiles",
            "json",
            "imports",
            "elsewhere");
    private static final List<String> PROFILES = List.of(
            "active",
            "included",
            "groups",
            "otherwise",
            "before",
            "after",
            "documents",
            "platforms",
            "prefix",
            "said-in-files");

    private FrameworkReader() {}

    static FrameworkModel read(Node root) {
        Fields fields = Fields.of(root, KEYS);
        return new FrameworkModel(
                fields.text("framework"),
                fields.text("name"),
                fields.texts("markers"),
                fields.word("keys", Keys.class),
                fields.word("variables", Variables.class),
                fields.node("files").map(Fields::items).orElse(List.of()).stream()
                        .map(FrameworkReader::files)
                        .toList(),
                fields.flag("every-root"),
                profiles(fields.node("profiles")
                        .orElseThrow(() -> new KnowledgeException(root.location(), "the key 'profiles' is missing"))),
                fields.text("json", ""),
                fields.text("imports", ""),
                fields.texts("elsewhere"));
    }

    private static ConfigurationFiles files(Node node) {
        Fields fields = Fields.of(node, List.of("stem", "folders", "extensions"));
        return new ConfigurationFiles(fields.text("stem"), fields.texts("folders"), fields.texts("extensions"));
    }

    private static ProfileModel profiles(Node node) {
        Fields fields = Fields.of(node, PROFILES);
        return new ProfileModel(
                fields.texts("active"),
                fields.text("included", ""),
                fields.text("groups", ""),
                fields.texts("otherwise"),
                fields.texts("before"),
                fields.texts("after"),
                fields.texts("documents"),
                fields.texts("platforms"),
                fields.text("prefix", ""),
                fields.flag("said-in-files"));
    }
}
