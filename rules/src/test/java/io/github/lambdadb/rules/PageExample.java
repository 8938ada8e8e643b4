package io.github.lambdadb.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of a rule's page: a whole class without package and imports, which pages leave out for the reader's sake, and the
 * files beside it. A fence {@code java compliant} or {@code java noncompliant} begins one; {@code yaml noncompliant template.yaml}
 * adds a file to it, or shows the class before with another file.
 */
record PageExample(int number, boolean isCompliant, String code, Map<String, String> files) {

    private static final Pattern FENCE =
            Pattern.compile("(?ms)^```(\\w+) (compliant|noncompliant)(?: (\\S+))?\\n(.*?)^```$");
    private static final Pattern CLASS = Pattern.compile("class (\\w+)");
    private static final List<String> IMPORTS = List.of(
            "com.amazonaws.services.lambda.runtime.Context",
            "com.amazonaws.services.lambda.runtime.RequestHandler",
            "com.zaxxer.hikari.HikariConfig",
            "com.zaxxer.hikari.HikariDataSource",
            "java.sql.Connection",
            "java.sql.DriverManager",
            "java.sql.PreparedStatement",
            "java.sql.ResultSet",
            "java.sql.SQLException",
            "java.sql.Statement",
            "java.util.ArrayList",
            "java.util.List",
            "java.util.Map",
            "java.util.Properties",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.ExecutionException",
            "java.util.concurrent.ExecutorService",
            "java.util.concurrent.Executors",
            "java.util.concurrent.Future",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.function.Function",
            "software.amazon.awssdk.services.rds.RdsUtilities",
            "software.amazon.awssdk.services.secretsmanager.SecretsManagerClient",
            "javax.sql.DataSource",
            "org.springframework.boot.autoconfigure.SpringBootApplication",
            "org.springframework.context.annotation.Bean",
            "org.springframework.jdbc.core.JdbcTemplate");

    static List<PageExample> of(String markdown) {
        List<PageExample> examples = new ArrayList<>();
        Matcher fences = FENCE.matcher(markdown);
        while (fences.find()) {
            boolean compliant = fences.group(2).equals("compliant");
            if (fences.group(1).equals("java")) {
                examples.add(new PageExample(examples.size() + 1, compliant, fences.group(4), Map.of()));
            } else {
                add(examples, compliant, fences.group(3), fences.group(4));
            }
        }
        return examples;
    }

    private static void add(List<PageExample> examples, boolean compliant, String file, String text) {
        PageExample last = examples.get(examples.size() - 1);
        boolean belongs = last.isCompliant() == compliant && !last.files().containsKey(file);
        Map<String, String> files = new TreeMap<>(belongs ? last.files() : Map.of());
        files.put(file, text);
        int number = belongs ? last.number() : examples.size() + 1;
        if (belongs) {
            examples.remove(last);
        }
        examples.add(new PageExample(number, compliant, last.code(), files));
    }

    String title() {
        return "example " + number + " is " + (isCompliant ? "compliant" : "noncompliant");
    }

    String fileName() {
        Matcher declared = CLASS.matcher(code);
        if (!declared.find()) {
            throw new IllegalArgumentException("An example is a whole class:\n" + code);
        }
        return declared.group(1) + ".java";
    }

    String compilationUnit() {
        StringBuilder unit = new StringBuilder();
        IMPORTS.forEach(name -> unit.append("import ").append(name).append(";\n"));
        return unit.append('\n').append(code).toString();
    }
}
