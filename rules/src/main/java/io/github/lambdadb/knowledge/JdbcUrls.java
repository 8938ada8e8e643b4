package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.JdbcUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes JDBC URLs apart, by the grammar of the driver that a URL's prefix names. */
public final class JdbcUrls {
    private static final int MOST_WRAPPERS = 8;
    private static final String SCHEME = "jdbc:";

    private final Catalog catalog;
    private final String text;
    private final List<String> wrappers = new ArrayList<>();
    private final Map<String, String> properties = new TreeMap<>();

    private JdbcUrls(String text, Catalog catalog) {
        this.text = text;
        this.catalog = catalog;
    }

    /**
     * What the text says. Unknown parts stand in it as <code>${NAME}</code>; one that takes the place of a host, port,
     * database or value does no harm, one that may hold parameters makes them incomplete. It never fails.
     */
    public static JdbcUrl parse(String text, Catalog catalog) {
        return new JdbcUrls(text, catalog).parse();
    }

    private JdbcUrl parse() {
        String url = unwrapped();
        Optional<DriverModel> driver = driver(url);
        String prefix = driver.flatMap(model -> longestPrefix(model, url)).orElse("");
        String cut = prefix.isEmpty() && url.startsWith(SCHEME) ? SCHEME : prefix;
        String rest = url.substring(cut.length());
        int start =
                startOfParameters(rest, driver.map(DriverModel::parameterStarts).orElse("?;"));
        String separators = driver.map(DriverModel::parameterSeparators).orElse("&;");
        boolean startsUnseen = start == rest.length() && !prefix.isEmpty();
        if (startsUnseen) {
            start = nextParameter(rest, separators);
        }
        String body = rest.substring(0, start);
        String head = text.substring(0, text.length() - rest.length());
        addHostProperties(body);
        boolean complete = prefix.isEmpty()
                ? url.startsWith(SCHEME) && !Holes.isIn(body)
                : start < rest.length() || isBodyComplete(body);
        String shown = head + UrlSecrets.hideInBody(body);
        if (start < rest.length()) {
            UrlParameters parameters = UrlParameters.parse(rest.substring(start + 1), separators);
            properties.putAll(parameters.properties());
            complete &= parameters.isComplete() && !startsUnseen;
            shown += rest.charAt(start) + parameters.shown();
        }
        boolean exempt = driver.map(model -> isExempt(model, url)).orElse(false);
        return new JdbcUrl(shown, driver.map(DriverModel::id).orElse(""), wrappers, properties, complete, exempt);
    }

    /** The URL that the innermost driver gets. */
    private String unwrapped() {
        String url = text;
        for (int i = 0; i < MOST_WRAPPERS; i++) {
            String outer = url;
            Optional<WrapperModel> wrapper = catalog.wrappers().stream()
                    .filter(model -> outer.startsWith(model.prefix()))
                    .max(Comparator.comparingInt(model -> model.prefix().length()));
            if (wrapper.isEmpty()) {
                break;
            }
            String prefix = wrapper.get().prefix();
            wrappers.add(prefix);
            url = wrapper.get().replacement() + url.substring(prefix.length());
        }
        return url;
    }

    private Optional<DriverModel> driver(String url) {
        return catalog.drivers().stream()
                .filter(model -> longestPrefix(model, url).isPresent())
                .max(Comparator.comparingInt(
                        model -> longestPrefix(model, url).orElse("").length()));
    }

    private static Optional<String> longestPrefix(DriverModel driver, String url) {
        return driver.prefixes().stream().filter(url::startsWith).max(Comparator.comparingInt(String::length));
    }

    private static boolean isExempt(DriverModel driver, String url) {
        return driver.isExempt() && driver.exemptUnless().stream().noneMatch(url::contains);
    }

    /** Where a colon starts the parameters (Db2), it is the one after the database; those before it belong to the port. */
    private static int startOfParameters(String rest, String starts) {
        int from = 0;
        if (starts.contains(":")) {
            int slashes = rest.indexOf("//");
            from = Holes.indexOfAny(rest, slashes < 0 ? 0 : slashes + 2, "/");
        }
        int start = Holes.indexOfAny(rest, from, starts);
        boolean cutsPassword = rest.indexOf('@', start) >= 0 && UrlSecrets.endsInPassword(rest.substring(0, start));
        return cutsPassword ? Holes.indexOfAny(rest, rest.lastIndexOf('@'), starts) : start;
    }

    /** Where an unknown part may hold the first parameter, one that is not the first shows by its separator. */
    private static int nextParameter(String rest, String separators) {
        int next = Holes.indexOfAny(rest, 0, separators);
        return Holes.isIn(rest.substring(0, next)) ? next : rest.length();
    }

    /** Reads pairs of single hosts, which Connector/J takes: {@code //(host=a,connectTimeout=5)}, {@code address=(host=a)}. */
    private void addHostProperties(String body) {
        int slashes = body.indexOf("//");
        if (slashes < 0) {
            return; // Oracle's descriptors have parentheses too, and mean something else
        }
        int open = Holes.indexOfAny(body, slashes, "(");
        while (open < body.length()) {
            int close = Holes.indexOfAny(body, open + 1, "()");
            properties.putAll(
                    UrlParameters.parse(body.substring(open + 1, close), ",").properties());
            open = Holes.indexOfAny(body, close, "(");
        }
    }

    /** Whether what stands where parameters could follow holds none: a host, a port or a name does not. */
    private static boolean isBodyComplete(String body) {
        int slashes = body.indexOf("//");
        String authority = slashes < 0 ? body : body.substring(slashes + 2);
        boolean isHost = slashes >= 0 && Holes.isAll(authority);
        return isHost || !Holes.endsOpen(authority);
    }
}
