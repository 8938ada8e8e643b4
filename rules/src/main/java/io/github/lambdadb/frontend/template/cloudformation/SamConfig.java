package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters with which {@code sam deploy} deploys a template: {@code parameter_overrides} of the {@code samconfig.toml}
 * beside it, for each environment of that file (AWS SAM Developer Guide, configuration file). Of TOML only its tables, and the
 * texts and lists of texts of a few keys, are understood; the rest is passed over.
 */
final class SamConfig {
    private static final String FILE = "samconfig.toml";
    private static final Set<String> COMMANDS = Set.of("global", "deploy");
    private static final Set<String> DEFAULT_TEMPLATES = Set.of("template.yaml", "template.yml", "template.json");
    private static final Pattern TABLE =
            Pattern.compile("\\s*\\[([\\w-]{1,80})\\.([\\w-]{1,80})\\.parameters]\\s*(?:#.*)?");
    private static final Pattern ANY_TABLE = Pattern.compile("\\s*\\[.*");
    private static final Pattern KEY = Pattern.compile("\\s*(parameter_overrides|template_file|template)\\s*=\\s*(.*)");
    private static final Pattern PAIR = Pattern.compile(
            "(?:ParameterKey=)?(\\w+)(?:,ParameterValue)?=(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,500}+)\"|([^\\s\",]*+))");

    private final Map<String, Map<String, Text>> environments;

    private SamConfig(Map<String, Map<String, Text>> environments) {
        this.environments = Map.copyOf(environments);
    }

    static SamConfig none() {
        return new SamConfig(Map.of());
    }

    /** What the file beside the template says of it; nothing when there is none. */
    static SamConfig of(TemplateFiles files, Path template) {
        Optional<Path> file = files.beside(template, FILE);
        return file.flatMap(files::text)
                .map(text -> new SamConfig(new Reader(files, file.get(), template).read(text)))
                .orElseGet(SamConfig::none);
    }

    /** What a parameter is given; absent in the environments that leave it to its default. */
    Alternatives<Text> get(String parameter) {
        List<Text> options = environments.values().stream()
                .flatMap(given -> Optional.ofNullable(given.get(parameter)).stream())
                .toList();
        boolean mayBeAbsent = options.size() < environments.size() || environments.isEmpty();
        return new Alternatives<>(distinct(options), mayBeAbsent, List.of());
    }

    private static List<Text> distinct(List<Text> options) {
        Map<String, Text> distinct = new TreeMap<>();
        options.forEach(option -> distinct.putIfAbsent(option.text(), option));
        return List.copyOf(distinct.values());
    }

    /** Goes through the lines of one file. */
    private static final class Reader {
        private final TemplateFiles files;
        private final Path file;
        private final Path template;
        private final Map<String, Map<String, Text>> given = new TreeMap<>();
        private final Map<String, String> templates = new HashMap<>();

        Reader(TemplateFiles files, Path file, Path template) {
            this.files = files;
            this.file = file;
            this.template = template;
        }

        Map<String, Map<String, Text>> read(String text) {
            List<String> lines = text.lines().toList();
            String environment = "";
            boolean isDeployment = false;
            for (int i = 0; i < lines.size(); i++) {
                Matcher table = TABLE.matcher(lines.get(i));
                Matcher key = KEY.matcher(lines.get(i));
                if (table.matches()) {
                    environment = table.group(1);
                    isDeployment = COMMANDS.contains(table.group(2));
                } else if (ANY_TABLE.matcher(lines.get(i)).matches()) {
                    isDeployment = false;
                } else if (isDeployment && key.matches()) {
                    set(environment, key.group(1), value(lines, i, key.group(2)), i + 1);
                }
            }
            given.keySet().removeIf(name -> !isMeant(templates.getOrDefault(name, "")));
            return given;
        }

        /** A list goes on until its end; it is read as its lines. */
        private static String value(List<String> lines, int line, String first) {
            StringBuilder value = new StringBuilder(first);
            boolean isList = first.startsWith("[");
            for (int next = line + 1; isList && value.indexOf("]") < 0 && next < lines.size(); next++) {
                value.append(' ').append(lines.get(next).strip());
            }
            return value.toString();
        }

        private void set(String environment, String key, String value, int line) {
            if (!key.equals("parameter_overrides")) {
                templates.put(environment, value.replaceAll("[\"']|#.*", "").strip());
                return;
            }
            Map<String, Text> parameters = given.computeIfAbsent(environment, name -> new HashMap<>());
            Matcher pair = PAIR.matcher(plain(value));
            Location at = Location.ofLine(files.reported(file), line);
            while (pair.find()) {
                String set =
                        pair.group(2) == null ? pair.group(3) : pair.group(2).replaceAll("\\\\(.)", "$1");
                parameters.put(pair.group(1), Text.inPlace(set, at));
            }
        }

        /** The pairs of a text or of a list of texts, one after the other. */
        private static String plain(String value) {
            List<String> texts = new ArrayList<>();
            Matcher text = Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,500}+)\"|'([^']*+)'")
                    .matcher(value);
            while (text.find()) {
                texts.add(text.group(1) == null ? text.group(2) : text.group(1).replaceAll("\\\\(.)", "$1"));
            }
            return String.join(" ", texts);
        }

        private boolean isMeant(String named) {
            return named.isEmpty()
                    ? DEFAULT_TEMPLATES.contains(String.valueOf(template.getFileName()))
                    : files.beside(file, named).filter(template::equals).isPresent();
        }
    }
}
