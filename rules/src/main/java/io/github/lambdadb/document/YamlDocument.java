package io.github.lambdadb.document;

import io.github.lambdadb.source.Location;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, and so JSON, without making objects of it. Depth, size and the growth by aliases are bounded, because the
 * text may be made to exhaust its reader.
 */
public final class YamlDocument {
    private static final int MOST_CODE_POINTS = 8 * 1024 * 1024;

    private YamlDocument() {}

    /** The documents of the text, in order; empty ones are left out. */
    public static List<Node> parse(String file, String text) throws DocumentException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setCodePointLimit(MOST_CODE_POINTS)
                .build();
        YamlTree tree = new YamlTree(file);
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                tree.add(event);
            }
        } catch (MarkedYamlEngineException malformed) {
            String problem = malformed.getProblem() == null ? malformed.getContext() : malformed.getProblem();
            Location place = malformed
                    .getProblemMark()
                    .map(mark -> Location.ofLine(file, mark.getLine() + 1))
                    .orElse(tree.lastSeen());
            throw new DocumentException(oneLine(problem), place);
        } catch (YamlEngineException malformed) {
            throw new DocumentException(oneLine(String.valueOf(malformed.getMessage())), tree.lastSeen());
        }
        return tree.documents();
    }

    private static String oneLine(String problem) {
        return problem.lines().map(String::strip).findFirst().orElse("the text is not YAML");
    }
}
