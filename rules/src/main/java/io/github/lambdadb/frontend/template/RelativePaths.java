package io.github.lambdadb.frontend.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Paths as texts with slashes, relative to the root that locations are relative to. */
public final class RelativePaths {
    private RelativePaths() {}

    /** How one folder is reached from another: {@code .} for the same. */
    public static String relative(String from, String to) {
        Iterator<String> start = parts(from).iterator();
        Iterator<String> end = parts(to).iterator();
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        boolean isCommon = true;
        while (start.hasNext() || end.hasNext()) {
            String left = start.hasNext() ? start.next() : "";
            String right = end.hasNext() ? end.next() : "";
            isCommon &= left.equals(right);
            if (!isCommon) {
                up.append(left.isEmpty() ? "" : "../");
                down.append(right.isEmpty() ? "" : right + "/");
            }
        }
        String path = up.append(down).toString();
        return path.isEmpty() ? "." : path.substring(0, path.length() - 1);
    }

    /** A path that stands in a template whose paths start from that folder; empty when it leads out of the root. */
    public static Optional<String> resolved(String folder, String path) {
        Deque<String> parts = path.startsWith("/") ? new ArrayDeque<>() : new ArrayDeque<>(parts(folder));
        for (String part : parts(path)) {
            if (!part.equals("..")) {
                parts.addLast(part);
            } else if (parts.pollLast() == null) {
                return Optional.empty();
            }
        }
        return path.startsWith("/") ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/")).stream()
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }
}
