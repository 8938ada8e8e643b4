package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.facts.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForeignKnowledgeTest {
    private static final String POOL = """
            source: house-pool
            name: HousePool
            kind: pool
            renews: never
            types: { com.acme.HousePool: { role: source } }
            settings:
              maximum-size: { setters: [setSize], default: 5 }
            """;

    @Test
    void whatJarsAndTheProjectSayIsAddedToWhatIsKnown() {
        Catalog catalog = Catalog.builtInWith(
                List.of(file("acme.jar!/wrapper.yaml", "wrapper: w\nname: W\nprefix: jdbc:w\nreplacement: jdbc")),
                List.of(file(".lambda-db/pool.yaml", POOL)));
        assertThat(catalog.sourceOfType("com.acme.HousePool").orElseThrow().name())
                .isEqualTo("HousePool");
        assertThat(catalog.wrappers()).extracting(WrapperModel::prefix).contains("jdbc:w");
        assertThat(catalog.sourceOfType("com.zaxxer.hikari.HikariConfig")).isPresent();
        assertThat(catalog.tellingMethods()).contains("setSize");
        assertThat(Catalog.builtIn().sourceOfType("com.acme.HousePool")).isEmpty();
    }

    @Test
    void aClashIsRefusedUnlessTheHigherFileSaysThatItOverrides() {
        KnowledgeFile ofJar = file("acme.jar!/pool.yaml", POOL);
        String smaller = POOL.replace("default: 5", "default: 3");
        assertThatThrownBy(() -> Catalog.builtInWith(List.of(ofJar), List.of(file(".lambda-db/p.yaml", smaller))))
                .isInstanceOf(KnowledgeException.class)
                .hasMessage(".lambda-db/p.yaml:1: 'source house-pool' is described in acme.jar!/pool.yaml too;"
                        + " 'overrides: true' would replace that");
        Catalog overridden =
                Catalog.builtInWith(List.of(ofJar), List.of(file(".lambda-db/p.yaml", smaller + "overrides: true\n")));
        assertThat(overridden.sources().stream().filter(source -> source.id().equals("house-pool")))
                .singleElement()
                .satisfies(source -> assertThat(
                                source.settings().get(Property.MAXIMUM_SIZE).toString())
                        .contains("3"));
    }

    @Test
    void equalsClashWhateverTheySay() {
        List<KnowledgeFile> both = List.of(file("a.yaml", POOL), file("b.yaml", POOL + "overrides: true\n"));
        assertThatThrownBy(() -> Catalog.builtInWith(List.of(), both))
                .hasMessage("b.yaml:1: 'source house-pool' is described in a.yaml too");
    }

    @Test
    void whatOverridesAnotherTypeTakesAllOfItsFileAway() {
        String hikari = POOL.replace("com.acme.HousePool", "com.zaxxer.hikari.HikariConfig") + "overrides: true\n";
        Catalog catalog = Catalog.builtInWith(List.of(), List.of(file("a.yaml", hikari)));
        assertThat(catalog.sourceOfType("com.zaxxer.hikari.HikariConfig")
                        .orElseThrow()
                        .id())
                .isEqualTo("house-pool");
        assertThat(catalog.source("hikaricp")).isEmpty();
        assertThat(catalog.sourceOfType("com.zaxxer.hikari.HikariDataSource")).isEmpty();
    }

    @Test
    void whatIsWrongIsOneLineWithFileAndLine() {
        assertThatThrownBy(() -> read("kind: pool"))
                .hasMessageStartingWith("a.yaml:1: nothing says what is described; one of these keys is expected: ");
        assertThatThrownBy(() -> read(POOL.replace("setters", "seters")))
                .hasMessage("a.yaml:7: the key 'seters' is not known; did you mean 'setters'?");
        assertThatThrownBy(() -> read(POOL + "overrides: maybe")).hasMessageStartingWith("a.yaml:8: true or false");
        assertThatThrownBy(() -> read("[".repeat(5_000))).isInstanceOf(KnowledgeException.class);
        assertThatThrownBy(() -> read("")).hasMessage("a.yaml:1: one document is expected");
    }

    private static Catalog read(String text) {
        return Catalog.builtInWith(List.of(), List.of(file("a.yaml", text)));
    }

    private static KnowledgeFile file(String name, String text) {
        return new KnowledgeFile(name, text);
    }
}
