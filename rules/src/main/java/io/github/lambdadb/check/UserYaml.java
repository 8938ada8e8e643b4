package io.github.lambdadb.check;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.YamlDocument;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** A YAML file by which the user configures the check; what is wrong in it stops the build with one line. */
final class UserYaml {
    private UserYaml() {}

    /** Its one document; none if it is empty. */
    static Optional<Node> document(String name, String text) {
        try {
            List<Node> documents = YamlDocument.parse(name, text);
            if (documents.size() > 1) {
                throw wrong(documents.get(1).location(), "one document is expected");
            }
            return documents.stream().findFirst();
        } catch (DocumentException malformed) {
            throw wrong(malformed.location(), malformed.problem());
        }
    }

    static ConfigurationException wrong(Location place, String problem) {
        return new ConfigurationException(place + ": " + problem + ".");
    }

    /** {@code in lambda-db.yaml:7}. */
    static String where(Node node) {
        return "in " + node.location();
    }
}
