package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import io.github.lambdadb.value.Value.Unknown;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the code of a function lies, relative to the root; code that lies in a bucket or in a registry has no such place. */
final class CodePlaces {
    private CodePlaces() {}

    /**
     * @param template the template's own path, relative to the root
     */
    static Optional<Value<String>> of(Placed place, FunctionProperties properties, String template) {
        return Stream.<Optional<Value<String>>>of(
                        place.metadata().text("DockerContext"),
                        place.metadata().text("aws:asset:path"),
                        written(properties, "CodeUri"),
                        written(properties, "Code"))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(value -> resolved(value, template));
    }

    private static Optional<Value<String>> written(FunctionProperties properties, String key) {
        Section layer = properties.layer(key);
        return layer.hasKeysBelow(key) ? Optional.empty() : layer.text(key);
    }

    private static Optional<Value<String>> resolved(Value<String> written, String template) {
        boolean isElsewhere = written instanceof Known<String> known && isElsewhere(known.value());
        if (isElsewhere) {
            return Optional.empty();
        }
        Value<String> place = written.map(path -> isElsewhere(path) ? Optional.empty() : beside(template, path));
        boolean isOutside = place instanceof Unknown<String> && !(written instanceof Unknown<String>);
        return Optional.of(isOutside ? new Unknown<>("the code lies outside of what is read") : place);
    }

    private static boolean isElsewhere(String path) {
        return path.contains("://");
    }

    /** A path that a file names, relative to the root; empty when it leads out of it. */
    static Optional<String> beside(String file, String relative) {
        if (relative.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> segments = new ArrayDeque<>();
        int slash = file.lastIndexOf('/');
        String folder = slash < 0 ? "" : file.substring(0, slash + 1);
        for (String segment : (folder + relative.replace('\\', '/')).split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(segments.isEmpty() ? "." : String.join("/", segments));
    }
}
