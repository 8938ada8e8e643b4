package io.github.lambdadb.frontend.java;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of the resource roots. */
final class Resources {
    private static final int LIMIT = 2 * 1024 * 1024;

    private final JavaInputs inputs;
    private final GapLog gaps;
    private final Map<String, Optional<Program.Resource>> known = new HashMap<>();

    Resources(JavaInputs inputs, GapLog gaps) {
        this.inputs = inputs;
        this.gaps = gaps;
    }

    Optional<Program.Resource> find(String path) {
        Optional<Program.Resource> answer = known.get(path);
        if (answer == null) {
            answer = search(path);
            known.put(path, answer);
        }
        return answer;
    }

    private Optional<Program.Resource> search(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        for (Path root : inputs.resourceRoots()) {
            try {
                Path file = root.resolve(relative).normalize();
                // the path comes from the analysed code: it must not lead out of the root, by dots or by a link
                if (file.startsWith(root)
                        && Files.isRegularFile(file)
                        && file.toRealPath().startsWith(root.toRealPath())) {
                    return read(file);
                }
            } catch (IOException | InvalidPathException e) {
                String what = e.getClass().getSimpleName();
                gaps.add(Gap.Kind.UNREADABLE_FILE, inputs.reported(root), "A resource cannot be read: " + what + ".");
            }
        }
        return Optional.empty();
    }

    private Optional<Program.Resource> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                gaps.add(Gap.Kind.UNREADABLE_FILE, inputs.reported(file), "The file is larger than 2 MB.");
                return Optional.empty();
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return Optional.of(new Program.Resource(inputs.reported(file), text));
        }
    }
}
