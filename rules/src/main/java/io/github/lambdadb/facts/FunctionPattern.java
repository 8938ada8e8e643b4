package io.github.lambdadb.facts;

import java.util.regex.Pattern;

/**
 * Functions as a user names them: by name, by handler or by the handler's class; {@code *} is any text and {@code ?} any
 * character.
 */
public record FunctionPattern(String text) {
    private static final String HANDLER_METHOD = "::";

    public boolean matches(LambdaFunction function) {
        Pattern pattern = pattern();
        return matches(pattern, function.name())
                || matches(pattern, function.handler())
                || matches(pattern, function.handler().split(HANDLER_METHOD, 2)[0]);
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name).matches();
    }

    private Pattern pattern() {
        StringBuilder regex = new StringBuilder();
        text.chars().forEach(character -> {
            switch (character) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf((char) character)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
