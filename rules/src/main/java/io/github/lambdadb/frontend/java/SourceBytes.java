package io.github.lambdadb.frontend.java;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of one file after another in one buffer that is used again and again. */
final class SourceBytes {
    /** Larger files are no code that a person wrote. */
    static final int LIMIT = 2 * 1024 * 1024;

    private byte[] buffer = new byte[64 * 1024];
    private int length;

    /** Whether the file was read; a file larger than the limit is not. */
    boolean read(Path file) throws IOException {
        length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n; (n = in.read(buffer, length, buffer.length - length)) >= 0; ) {
                length += n;
                if (length > LIMIT) {
                    return false;
                }
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, buffer.length * 2);
                }
            }
        }
        return true;
    }

    /** The buffer itself: only the first {@link #length()} bytes count, and only until the next file is read. */
    byte[] bytes() {
        return buffer;
    }

    int length() {
        return length;
    }
}
