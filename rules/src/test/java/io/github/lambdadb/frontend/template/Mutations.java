package io.github.lambdadb.frontend.template;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A good text spoiled in a few places: seeded, so that a failure comes back. */
public final class Mutations {
    private static final String TELLING = "{}[]()<>&;:?=#!'\"\\\n\r\t \0$%@/,|-*~.0\u2028\ud83d\ufeff";

    private Mutations() {}

    public static Stream<String> of(String text, int many) {
        Random random = new Random(20_260_102L);
        return IntStream.range(0, many).mapToObj(i -> mutated(text, random));
    }

    private static String mutated(String text, Random random) {
        StringBuilder spoiled = new StringBuilder(text);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(spoiled.length());
            int end = Math.min(spoiled.length(), at + 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 3));
            int to = random.nextInt(spoiled.length());
            switch (random.nextInt(5)) {
                case 0 -> spoiled.delete(at, end);
                case 1 -> spoiled.insert(at, TELLING.charAt(random.nextInt(TELLING.length())));
                case 2 -> spoiled.setCharAt(at, TELLING.charAt(random.nextInt(TELLING.length())));
                case 3 -> spoiled.insert(to, spoiled.substring(at, end));
                default -> exchangeWord(spoiled, random);
            }
            if (spoiled.length() == 0) {
                return "";
            }
        }
        return spoiled.toString();
    }

    /** Takes a word from one place to another, so that names mean what they should not. */
    private static void exchangeWord(StringBuilder text, Random random) {
        String[] words = text.toString().split("\\b");
        String word = words[random.nextInt(words.length)];
        String other = words[random.nextInt(words.length)];
        int at = text.indexOf(word, random.nextInt(text.length()));
        if (at >= 0) {
            text.replace(at, at + word.length(), other);
        }
    }
}
