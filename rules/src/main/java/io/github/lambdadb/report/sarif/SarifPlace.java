package io.github.lambdadb.report.sarif;

import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.source.Location;
import java.nio.charset.StandardCharsets;

/** SARIF's {@code physicalLocation}: a repository-relative URI and a region on one line. */
record SarifPlace(JsonText json) {
    private static final String UNRESERVED = "-._~/";

    void write(Location location) {
        json.object("artifactLocation", () -> json.manual("uri", uri(location.file())));
        // a range over several lines is shown as its first character
        boolean isOneLine = location.endLine() == location.line() && location.endColumn() > location.column();
        json.object("region", () -> {
            json.number("startLine", location.line());
            json.number("startColumn", location.column());
            json.number("endLine", location.line());
            json.number("endColumn", isOneLine ? location.endColumn() : location.column() + 1);
        });
    }

    /** Exactly the range; an empty one is a place between two characters. */
    void region(Location range) {
        json.number("startLine", range.line());
        json.number("startColumn", range.column());
        json.number("endLine", range.endLine());
        json.number("endColumn", range.endColumn());
    }

    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean isPlain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || UNRESERVED.indexOf(c) >= 0;
            uri.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return uri.toString();
    }
}
