package io.github.lambdadb.rules;

import io.github.lambdadb.testkit.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies of fixtures that mean the same and look otherwise. */
final class Variants {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    private Variants() {}

    /** Every source file lies in a source root of its own. */
    static List<Path> oneRootPerFile(Fixture fixture, Path target) throws IOException {
        List<Path> roots = new ArrayList<>();
        for (Path file : fixture.files()) {
            if (file.toString().endsWith(".java")
                    && !file.toString().contains("test" + file.getFileSystem().getSeparator())) {
                Path root = target.resolve("root" + roots.size());
                Path copy = root.resolve(packageFolder(Files.readString(file))).resolve(file.getFileName());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                roots.add(root);
            }
        }
        return roots;
    }

    static List<Path> reversed(List<Path> roots) {
        List<Path> reversed = new ArrayList<>(roots);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Java lines are moved down and to the right, with comments between them; text blocks stay as they are. */
    static Fixture reformatted(Fixture fixture, Path target) throws IOException {
        for (Path file : fixture.files()) {
            Path copy = target.resolve(fixture.folder().relativize(file).toString());
            Files.createDirectories(copy.getParent());
            String text = Files.readString(file);
            Files.writeString(copy, file.toString().endsWith(".java") ? reformatted(text) : text);
        }
        return new Fixture(target);
    }

    private static String reformatted(String java) {
        StringBuilder moved = new StringBuilder();
        boolean inTextBlock = false;
        for (String line : java.lines().toList()) {
            if (!inTextBlock) {
                moved.append("\n// moved\n  ");
            }
            moved.append(line).append('\n');
            if (line.split("\"\"\"", -1).length % 2 == 0) {
                inTextBlock = !inTextBlock;
            }
        }
        return moved.toString();
    }

    private static String packageFolder(String java) {
        Matcher matcher = PACKAGE.matcher(java);
        return matcher.find() ? matcher.group(1).replace('.', '/') : "";
    }
}
