package io.github.lambdadb.document;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that nobody would think of: seeded, so that a failure comes back. */
public final class AnyText {
    private static final String TELLING = "{}[]()<>&;:?=#!'\"\\\n\r\t \0$%@/,|-*~\u2028\ud83d\ude00\ufeff";
    private static final int TEXTS = 1000;

    private AnyText() {}

    /** A thousand texts of up to sixty characters, the empty one included. */
    public static Stream<String> some() {
        Random random = new Random(20_260_101L);
        return Stream.concat(Stream.of(""), IntStream.range(0, TEXTS).mapToObj(i -> text(random)));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(60), 0, 100)
                .collect(
                        StringBuilder::new, (text, kind) -> text.append(character(random, kind)), StringBuilder::append)
                .toString();
    }

    private static char character(Random random, int kind) {
        if (kind < 50) {
            return TELLING.charAt(random.nextInt(TELLING.length()));
        }
        return (char) (kind < 90 ? 'a' + random.nextInt(26) : random.nextInt(0x10000));
    }
}
