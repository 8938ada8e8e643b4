package io.github.lambdadb.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The version of this tool, as its jar states it. */
public final class ToolVersion {
    private static final String RESOURCE = "/META-INF/maven/io.github.lambdadb/lambda-db-rules/pom.properties";

    private ToolVersion() {}

    /** Empty when the classes do not come from a jar. */
    public static Optional<String> read() {
        try (InputStream in = ToolVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The tool's own jar cannot be read.", unreadable);
        }
    }
}
