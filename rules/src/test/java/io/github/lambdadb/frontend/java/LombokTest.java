package io.github.lambdadb.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.TypeDecl;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LombokTest {
    @TempDir
    Path folder;

    private TypeDecl type(String text) throws IOException {
        return new Sources(folder)
                .type(
                        "import lombok.*; import lombok.Data; import lombok.Value; import lombok.Builder; import lombok.Getter; import lombok.RequiredArgsConstructor; "
                                + text);
    }

    @Test
    void addsConstructorsAndAccessors() throws IOException {
        TypeDecl data = type(
                "@Data class A { static int s; final int x; boolean isOn; String z = \"\"; int getX() { return 1; } }");
        assertThat(Sources.signatures(data))
                .containsExactly(
                        "a.A.getX()",
                        "a.A.<init>(int)",
                        "a.A.isOn()",
                        "a.A.setOn(boolean)",
                        "a.A.getZ()",
                        "a.A.setZ(String)");
        assertThat(Show.of(data.methods("<init>").get(0).body())).isEqualTo("{this(a.A).x=%x}");
        assertThat(Sources.signatures(type("@Value class A { int x; }")))
                .containsExactly("a.A.<init>(int)", "a.A.getX()");
        assertThat(Sources.signatures(
                        type("@RequiredArgsConstructor(staticName = \"of\") class A { final int x; @Getter int y; }")))
                .containsExactly("a.A.<init>(int)", "a.A.of(int)", "a.A.getY()");
        assertThat(Sources.signatures(type("class A { final int x; }"))).isEmpty();
    }

    @Test
    void addsBuilders() throws IOException {
        TypeDecl type = type("@Builder class A { int x; String y; }");
        assertThat(Show.of(type.methods("builder").get(0).body())).isEqualTo("{return new a.A.ABuilder()}");
        TypeDecl builder = new Sources(folder).open().type("a.A.ABuilder").orElseThrow();
        assertThat(Sources.signatures(builder))
                .containsExactly("a.A.ABuilder.x(int)", "a.A.ABuilder.y(String)", "a.A.ABuilder.build()");
        assertThat(Show.of(builder.methods("build").get(0).body()))
                .isEqualTo("{return new a.A(this(a.A.ABuilder).x, this(a.A.ABuilder).y)}");
        assertThat(Sources.signatures(type)).contains("a.A.<init>(int,String)");
    }

    @Test
    void settersReturnTheObjectAndMayBeFluent() throws IOException {
        TypeDecl chained = type("@Data class A { int x; }");
        assertThat(Show.of(chained.methods("setX").get(0).body())).isEqualTo("{this(a.A).x=%x; return this(a.A)}");
        TypeDecl fluent = type("@Data @lombok.experimental.Accessors(fluent = true) class A { int x; }");
        assertThat(Sources.signatures(fluent)).containsExactly("a.A.<init>()", "a.A.x()", "a.A.x(int)");
    }

    @Test
    void addsCopiesWithOneFieldChanged() throws IOException {
        TypeDecl type = type("@Value @With class A { int x; String y; }");
        assertThat(Show.of(type.methods("withY").get(0).body())).isEqualTo("{return new a.A(this(a.A).x, %y)}");
    }
}
