package io.github.lambdadb.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootsTest {
    @TempDir
    Path folder;

    private List<String> roots(boolean includeTests) {
        return SourceRoots.find(folder, includeTests).stream()
                .map(root -> folder.relativize(root).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void findsRootsByPackage() throws IOException {
        new Sources(folder)
                .file("app/src/main/java/com/acme/A.java", "/* x */ package com.acme; class A { }")
                .file("app/src/main/java/com/acme/build/test/B.java", "package com.acme.build.test; class B { }")
                .file("tool/src/T.java", "class T { }")
                .file("app/src/test/java/com/acme/ATest.java", "package com.acme; class ATest { }")
                .file("app/target/gen/x/G.java", "package x; class G { }")
                .file("odd/here/O.java", "package else_where; class O { }");
        assertThat(roots(false)).containsExactly("app/src/main/java", "odd/here", "tool/src");
        assertThat(roots(true)).containsExactly("app/src/main/java", "app/src/test/java", "odd/here", "tool/src");
    }

    @Test
    void takesOneFileThatFitsForAllBesideIt() throws IOException {
        new Sources(folder)
                .file("app/src/com/acme/A.java", "class A { }")
                .file("app/src/com/acme/B.java", "package com.acme; class B { }")
                .file("app/src/com/acme/C.java", "package other; class C { }");
        assertThat(roots(false)).containsExactly("app/src");
    }
}
