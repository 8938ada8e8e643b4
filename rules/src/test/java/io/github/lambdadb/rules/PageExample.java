package io.github.lambdadb.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java example of a rule's page: a whole class without package and imports, which pages leave out for the reader's sake. */
record PageExample(int number, boolean isCompliant, String code) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```java (compliant|noncompliant)\\n(.*?)^```$");
    private static final Pattern CLASS = Pattern.compile("class (\\w+)");
    private static final List<String> IMPORTS = List.of(
            "com.amazonaws.services.lambda.runtime.Context",
            "com.amazonaws.services.lambda.runtime.RequestHandler",
            "com.zaxxer.hikari.HikariConfig",
            "com.zaxxer.hikari.HikariDataSource",
            "java.sql.Connection",
            "java.sql.DriverManager",
            "java.sql.PreparedStatement",
            "java.sql.SQLException",
            "java.sql.Statement",
            "java.util.List",
            "java.util.Map",
            "java.util.Properties",
            "javax.sql.DataSource");

    static List<PageExample> of(String markdown) {
        List<PageExample> examples = new ArrayList<>();
        Matcher fences = FENCE.matcher(markdown);
        while (fences.find()) {
            examples.add(new PageExample(examples.size() + 1, fences.group(1).equals("compliant"), fences.group(2)));
        }
        return examples;
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
