package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sizes Hibernate hands to the pool in force, by its version. */
class HandoverTest {
    private static final SourceModel HIBERNATE =
            Catalog.builtIn().source("hibernate").orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"7.0.0.Final", "7.4.13.Final"})
    void hikariGetsTheSizeFromHibernate7(String version) {
        Handover handover = handed(version, "hikaricp", Property.MAXIMUM_SIZE, Setting.Origin.DEFAULT);
        assertThat(values(handover)).isEqualTo("3");
        assertThat(handover.ignored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.6.15.Final", "6.6.15.Final"})
    void hikariKeepsItsOwnSizeBefore(String version) {
        Handover handover = handed(version, "hikaricp", Property.MAXIMUM_SIZE, Setting.Origin.DEFAULT);
        assertThat(values(handover)).isEqualTo("10");
        assertThat(handover.ignored())
                .extracting(IgnoredSetting::reason)
                .containsExactly("the pool in force is HikariCP, and hibernate-core does not hand it this setting"
                        + " before version 7");
    }

    @Test
    void ofAVersionThatIsNotKnownNothingIsClaimed() {
        Handover handover = handed("", "hikaricp", Property.MAXIMUM_SIZE, Setting.Origin.DEFAULT);
        assertThat(values(handover)).isEmpty();
        assertThat(handover.settings().get(Property.MAXIMUM_SIZE))
                .extracting(Setting::value)
                .isInstanceOfSatisfying(
                        Value.Unknown.class,
                        unknown -> assertThat(unknown.reason()).endsWith("depends on its version, which is not known"));
        assertThat(handover.ignored()).isEmpty();
    }

    @Test
    void theOwnSizeOfThePoolDecides() {
        Handover handover = handed("7.0.0.Final", "hikaricp", Property.MAXIMUM_SIZE, Setting.Origin.CODE);
        assertThat(values(handover)).isEqualTo("10");
        assertThat(handover.ignored()).hasSize(1);
    }

    @Test
    void c3p0GetsNone() {
        Handover handover = handed("6.6.15.Final", "c3p0", Property.MAXIMUM_SIZE, Setting.Origin.DEFAULT);
        assertThat(values(handover)).isEqualTo("10");
        assertThat(handover.ignored()).hasSize(1);
    }

    @Test
    void whatIsNoSizeIsHandedOver() {
        Handover handover = handed("5.6.15.Final", "hikaricp", Property.AUTO_COMMIT, Setting.Origin.DEFAULT);
        assertThat(handover.settings()).containsKey(Property.AUTO_COMMIT);
        assertThat(handover.ignored()).isEmpty();
    }

    private static Handover handed(String version, String product, Property property, Setting.Origin origin) {
        SourceModel.Delegate delegate = HIBERNATE.delegates().stream()
                .filter(each -> each.product().equals(product))
                .findFirst()
                .orElseThrow();
        SourceModel inForce = Catalog.builtIn().source(product).orElseThrow();
        Setting own =
                new Setting(Property.MAXIMUM_SIZE, "maximumPoolSize", new Value.Known<>("10", Evidence.none()), origin);
        Handover handover = new Handover(HIBERNATE, version, inForce, delegate, Map.of(Property.MAXIMUM_SIZE, own));
        Evidence evidence = Evidence.of(Location.ofLine("Db.java", 3), "is set");
        handover.hand(new Setting(
                property,
                HIBERNATE.firstKey(property).orElseThrow(),
                new Value.Known<>("3", evidence),
                Setting.Origin.CODE));
        return handover;
    }

    private static String values(Handover handover) {
        return Adjusted.value(new SettingsInForce(handover.settings(), handover.ignored()), Property.MAXIMUM_SIZE);
    }
}
