package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OtherLanguagesTest {
    private static final String KOTLIN_FUNCTION =
            "import com.amazonaws.services.lambda.runtime.RequestHandler\nclass Orders : RequestHandler<String, String>";
    private static final String JAVA_FUNCTION =
            "public class Orders implements com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {"
                    + " public String handleRequest(String s, com.amazonaws.services.lambda.runtime.Context c) { return s; } }";

    @TempDir
    private Path folder;

    @Test
    void aModuleWhoseFunctionsAreInAnotherLanguageSaysSoOnce() throws IOException {
        write("src/main/kotlin/Orders.kt", KOTLIN_FUNCTION);
        write("src/main/kotlin/acme/Db.kt", "class Db");
        write("src/main/scala/A.scala", "class A");
        assertThat(gaps())
                .containsExactly("src/main/kotlin/Orders.kt 2 Kotlin files, 1 Scala file; only Java is analysed.");
    }

    @Test
    void filesBesideAFunctionAreToldToo() throws IOException {
        write("src/main/java/Orders.java", JAVA_FUNCTION);
        write("src/main/groovy/Db.groovy", "class Db");
        assertThat(gaps()).containsExactly("src/main/groovy/Db.groovy 1 Groovy file; only Java is analysed.");
    }

    @Test
    void aModuleWithoutLambdaCodeIsSilent() throws IOException {
        write("src/main/java/A.java", "class A { }");
        write("src/main/kotlin/Db.kt", "class HttpRequestHandler");
        write("src/test/kotlin/OrdersTest.kt", KOTLIN_FUNCTION);
        assertThat(gaps()).isEmpty();
    }

    private List<String> gaps() {
        CheckRequest request = new CheckRequest(
                folder,
                folder,
                Checker.sourceRoots(folder, false),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Dependencies::none,
                file -> true,
                false,
                Policy.defaults());
        return Checker.check(request).facts().gaps().stream()
                .filter(gap -> gap.kind() == Gap.Kind.OTHER_LANGUAGE)
                .map(gap -> gap.location().file() + " " + gap.reason())
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
