package io.github.lambdadb.check;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Which files are analysed, by globs over paths relative to the repository; {@code **} also stands for no folder at all. */
public final class PathFilter {
    private PathFilter() {}

    /** Without includes, everything is included; an exclude wins over an include. */
    public static Predicate<String> of(List<UserSetting> includes, List<UserSetting> excludes) {
        List<PathMatcher> in =
                includes.stream().flatMap(glob -> matchers(glob).stream()).toList();
        List<PathMatcher> out =
                excludes.stream().flatMap(glob -> matchers(glob).stream()).toList();
        return file -> {
            Path path = Path.of(file);
            return (in.isEmpty() || in.stream().anyMatch(glob -> glob.matches(path)))
                    && out.stream().noneMatch(glob -> glob.matches(path));
        };
    }

    private static List<PathMatcher> matchers(UserSetting glob) {
        String whole = glob.value().endsWith("/") ? glob.value() + "**" : glob.value();
        PathMatcher matcher = matcher(glob, whole);
        return whole.startsWith("**/") ? List.of(matcher, matcher(glob, whole.substring(3))) : List.of(matcher);
    }

    private static PathMatcher matcher(UserSetting glob, String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException notAGlob) {
            throw glob.malformed("a glob (" + notAGlob.getDescription() + ")", "**/generated/**");
        }
    }
}
