package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.facts.Property;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {
    private static final String HIKARI = CatalogReader.resource("sources/hikaricp.yaml");

    @Test
    void theIndexNamesEveryFile() throws IOException, URISyntaxException {
        Path index =
                Path.of(CatalogReader.class.getResource(CatalogReader.INDEX).toURI());
        Path folder = index.getParent();
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> yaml = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(yaml).hasSizeGreaterThan(60);
            assertThat(Files.readAllLines(index)).isEqualTo(yaml);
        }
    }

    @Test
    void theCatalogIsReadOnce() {
        assertThat(Catalog.builtIn()).isSameAs(Catalog.builtIn());
    }

    @Test
    void aSourceIsReadWhole() {
        SourceModel hikari =
                Catalog.builtIn().sourceOfType("com.zaxxer.hikari.HikariConfig").orElseThrow();
        assertThat(hikari.propertyOfKey("maximumPoolSize")).contains(Property.MAXIMUM_SIZE);
        SettingModel keepalive = hikari.settings().get(Property.KEEPALIVE_TIME);
        assertThat(keepalive.defaultsOf("5.1.0")).extracting("value").containsExactly("PT0S");
        assertThat(keepalive.defaultsOf("7.1.0")).extracting("value").containsExactly("PT2M");
        assertThat(keepalive.defaultsOf("")).extracting("value").containsExactly("PT0S", "PT2M");
    }

    @Test
    void anAdjustmentNeedsASettingThatItsPoolHas() {
        assertThat(Catalog.builtIn().sources())
                .filteredOn(source -> !source.startup().adjustments().isEmpty())
                .hasSizeGreaterThan(6)
                .allSatisfy(source -> assertThat(source.settings().keySet())
                        .containsAll(source.startup().adjustments().stream()
                                .flatMap(adjustment -> adjustment.deciding().stream())
                                .toList()));
    }

    @Test
    void aResourceThatIsReadUnaskedIsNoArgument() {
        TypeModel configuration =
                Catalog.builtIn().source("hibernate").orElseThrow().types().get("org.hibernate.cfg.Configuration");
        assertThat(configuration.methods().get("configure"))
                .anyMatch(signature -> signature.arguments().isEmpty()
                        && signature.impliedResources().contains("hibernate.cfg.xml"));
    }

    @Test
    void delegatesAreKnownProducts() {
        assertThat(Catalog.builtIn().sources().stream().flatMap(source -> source.delegates().stream()))
                .isNotEmpty()
                .allMatch(
                        delegate -> Catalog.builtIn().source(delegate.product()).isPresent());
    }

    @Test
    void driversOfSourcesAreKnown() {
        assertThat(Catalog.builtIn().sources())
                .filteredOn(source -> !source.driver().isEmpty())
                .isNotEmpty()
                .allMatch(source -> Catalog.builtIn().driver(source.driver()).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "renews: on-borrow    | renewz: on-borrow      | the key 'renewz' is not known; did you mean 'renews'?",
                "renews: on-borrow    | renews: on-borow       | the word 'on-borow' is not known; did you mean 'on-borrow'?",
                "renews: on-borrow    | note: x                | the key 'note' is not known",
                "kind: pool           | kind: [pool]           | a text is expected here",
                "kind: pool           | name: HikariCP         | the key 'name' stands twice",
                "maximum-size:        | maximum-sise:          | the key 'maximum-sise' is not known; did you mean 'maximum-size'?",
                "default: 10          | default: ten           | 'ten' is no value of 'maximum-size'",
                "default: PT10M       | default: 600000        | '600000' is no value of 'idle-timeout'",
                "unit: ms             | unit: millis           | a unit is 'ms', 's' or 'min'",
                "[[data-source]]      | [[data-sorce]]         | the argument 'data-sorce' means nothing; did you mean 'data-source'?",
                "[[data-source]]      | data-source            | a list is expected here",
                "role: source         | rolle: source          | the key 'rolle' is not known; did you mean 'role'?",
                "minimum-idle < max   | minimum-idle below max | is not of the form",
                "max-lifetime < PT30S | max-lifetime < PT30X   | is not of the form",
                "max-lifetime < PT30S | max-lifetme < PT30S    | is not of the form",
                "in-force: PT30M      | in-force: 30           | '30' is no value of 'max-lifetime'",
                "in-force: PT30M      | fate: replaced         | the key 'in-force' must say",
                "fate: no-effect      | from: a                | either 'in-force' or 'fate' is expected"
            })
    void whatIsNotUnderstoodIsRefused(String right, String wrong, String problem) {
        assertThat(HIKARI).contains(right);
        int line = (int) HIKARI.substring(0, HIKARI.indexOf(right)).lines().count();
        assertThatThrownBy(() -> new CatalogReader().add("sources/x.yaml", HIKARI.replaceFirst(quote(right), wrong)))
                .isInstanceOf(KnowledgeException.class)
                .hasMessageContaining(problem)
                .hasMessageMatching("(?s)sources/x\\.yaml:\\d+: [^\\n]+")
                .satisfies(error -> assertThat(lineOf(error)).isBetween(line - 6, line + 1));
    }

    @Test
    void aSetterThatReturnsItsObjectIsNotNamedTwice() {
        String twice =
                HIKARI.replaceFirst("role: configuration", "role: configuration\n    returns-itself: [setJdbcUrl]");
        assertThatThrownBy(() -> new CatalogReader().add("sources/x.yaml", twice))
                .hasMessageEndingWith(": 'setJdbcUrl' sets something, so it must not stand in 'returns-itself'");
    }

    @Test
    void aMissingKeyIsRefused() {
        assertThatThrownBy(() -> new CatalogReader().add("sources/x.yaml", HIKARI.replaceFirst("kind: pool", "")))
                .hasMessage("sources/x.yaml:2: the key 'kind' is missing");
    }

    @Test
    void anUnfinishedFileIsRefused() {
        assertThatThrownBy(() -> new CatalogReader().add("drivers/x.yaml", "driver: [a"))
                .isInstanceOf(KnowledgeException.class)
                .hasMessageStartingWith("drivers/x.yaml:1: ");
    }

    @Test
    void theSameThingTwiceIsRefused() {
        CatalogReader reader = new CatalogReader();
        reader.add("sources/a.yaml", HIKARI);
        assertThatThrownBy(() -> reader.add("sources/b.yaml", HIKARI))
                .hasMessage("sources/b.yaml:2: 'source hikaricp' is described in sources/a.yaml too");
    }

    @Test
    void anUnknownFolderIsRefused() {
        assertThatThrownBy(() -> new CatalogReader().add("pools/x.yaml", "a: b"))
                .hasMessage("pools/x.yaml:1: the folder 'pools' means nothing");
    }

    private static String quote(String text) {
        return java.util.regex.Pattern.quote(text);
    }

    private static int lineOf(Throwable error) {
        return Integer.parseInt(error.getMessage().split(":")[1]);
    }
}
