package io.github.lambdadb.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file by which the user configures the check; one that cannot be read stops the build. */
final class UserText {
    private static final int LARGEST = 1024 * 1024;

    private UserText() {}

    /** {@code name} is how messages call the file. */
    static String of(String name, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException(name + " cannot be read: there is no such file.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return of(name, stream);
        } catch (IOException unreadable) {
            throw new ConfigurationException(name + " cannot be read: " + unreadable + ".");
        }
    }

    static String of(String name, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ConfigurationException(name + " cannot be read: it is larger than 1 MB.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new ConfigurationException(name + " cannot be read: it is not UTF-8.");
        }
    }
}
