package io.github.lambdadb.check;

import io.github.lambdadb.knowledge.KnowledgeFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The knowledge files of jars beside this one: a jar names them, one a line, in {@code META-INF/lambda-db/index.txt}, since a
 * jar in a plugin's class realm cannot be listed like a folder.
 */
final class JarKnowledge {
    private static final String INDEX = "META-INF/lambda-db/index.txt";
    private static final int MOST = 500;

    private JarKnowledge() {}

    /** In the order of the class path. */
    static List<KnowledgeFile> files(ClassLoader loader) {
        List<KnowledgeFile> files = new ArrayList<>();
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                List<String> paths = text(shown(index), index)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .limit(MOST)
                        .toList();
                for (String path : paths) {
                    URL file = beside(index, path);
                    files.add(new KnowledgeFile(shown(file), text(shown(file), file)));
                }
            }
        } catch (IOException unreadable) {
            throw new ConfigurationException("The knowledge of a jar cannot be read: " + unreadable + ".");
        }
        return files;
    }

    private static String text(String name, URL resource) throws IOException {
        try (InputStream stream = resource.openStream()) {
            return UserText.of(name, stream);
        }
    }

    private static URL beside(URL index, String path) throws IOException {
        String whole = index.toString();
        return URI.create(whole.substring(0, whole.lastIndexOf('/') + 1) + path.replace(" ", "%20"))
                .toURL();
    }

    /** {@code acme-rules-1.0.jar!/META-INF/lambda-db/pool.yaml}: no path of this machine. */
    private static String shown(URL resource) {
        String whole = resource.toString();
        int end = whole.lastIndexOf("!/");
        return whole.substring(whole.lastIndexOf('/', end < 0 ? whole.indexOf("/META-INF/") - 1 : end - 1) + 1);
    }
}
