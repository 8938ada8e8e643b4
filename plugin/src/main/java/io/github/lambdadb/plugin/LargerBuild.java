package io.github.lambdadb.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Whether the folder that Maven was called in is a module of a build above it, which then has modules that are not seen. */
final class LargerBuild {
    private LargerBuild() {}

    static boolean holds(Path top, Path repository) {
        return Stream.iterate(top.getParent(), folder -> folder != null, Path::getParent)
                .takeWhile(folder -> folder.startsWith(repository))
                .anyMatch(folder -> lists(folder, top));
    }

    private static boolean lists(Path folder, Path top) {
        Path pom = folder.resolve("pom.xml");
        if (!Files.isRegularFile(pom)) {
            return false;
        }
        try (InputStream text = Files.newInputStream(pom)) {
            Model model = new MavenXpp3Reader().read(text, false);
            return Stream.concat(Stream.of(model), model.getProfiles().stream())
                    .map(ModelBase::getModules)
                    .flatMap(List::stream)
                    .map(module -> folder.resolve(module).normalize())
                    .anyMatch(module -> module.equals(top) || module.equals(top.resolve("pom.xml")));
        } catch (IOException | XmlPullParserException unreadable) {
            // it may list it
            return true;
        }
    }
}
