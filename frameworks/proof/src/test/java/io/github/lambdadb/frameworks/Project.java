package io.github.lambdadb.frameworks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Maven project of one function in a folder. */
record Project(Path folder) {
    /**
     * Written into an empty folder.
     *
     * @param application the class that the function starts with, unless the case has its own
     * @param handler what the template names
     */
    static Project write(Path folder, PoolCase one, String application, String handler) throws IOException {
        Project project = new Project(folder);
        project.write("src/main/java/shop/Application.java", application);
        StringBuilder variables = new StringBuilder();
        one.variables()
                .forEach((name, value) ->
                        variables.append("          %s: '%s'%n".formatted(name, value.replace("'", "''"))));
        project.write("template.yaml", """
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Orders:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: %s
                      Runtime: java21
                      CodeUri: .
                      Environment:
                        Variables:
                          STAGE_OF_THE_TEST: proof
                %s""".formatted(handler, variables));
        for (Map.Entry<String, String> file : one.files().entrySet()) {
            String root = file.getKey().endsWith(".java") ? "src/main/java/" : "src/main/resources/";
            project.write(root + file.getKey(), file.getValue());
        }
        return project;
    }

    Path sourceRoot() {
        return folder.resolve("src/main/java");
    }

    Path resourceRoot() {
        return folder.resolve("src/main/resources");
    }

    List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(sourceRoot())) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
