package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Property;
import org.junit.jupiter.api.Test;

/** How sure it is that a setting is not taken as it was set. */
class AdjustmentsTest {
    @Test
    void whatNobodySetIsNotTold() {
        // the default of keepaliveTime, 2 minutes, is switched off too
        SettingsInForce settings =
                Adjusted.of("hikaricp").with(Property.MAX_LIFETIME, "PT1M").inForce("7.1.0");
        assertThat(Adjusted.told(settings)).isEmpty();
        assertThat(Adjusted.value(settings, Property.KEEPALIVE_TIME)).isEqualTo("PT0S");
    }

    @Test
    void aDefaultThatFollowsASettingIsNotTold() {
        SettingsInForce settings =
                Adjusted.of("hikaricp").with(Property.MAXIMUM_SIZE, "-1").inForce("7.1.0");
        assertThat(Adjusted.value(settings, Property.MINIMUM_IDLE)).isEqualTo("-1");
        assertThat(Adjusted.told(settings)).containsExactly("maximumPoolSize REFUSED DEFINITE");
    }

    @Test
    void oneOfTwoValuesIsPossible() {
        SettingsInForce settings = Adjusted.of("hikaricp")
                .with(Property.MAX_LIFETIME, "PT1M", "PT10S")
                .inForce("7.1.0");
        assertThat(Adjusted.told(settings)).containsExactly("maxLifetime REPLACED POSSIBLE");
        assertThat(settings.ignored().get(0).set()).isEqualTo("10 s");
    }

    @Test
    void allOfTwoValuesIsDefinite() {
        SettingsInForce settings = Adjusted.of("hikaricp")
                .with(Property.MAX_LIFETIME, "PT5S", "PT10S")
                .inForce("7.1.0");
        assertThat(Adjusted.told(settings)).containsExactly("maxLifetime REPLACED DEFINITE");
    }

    @Test
    void aValueWithAnAlternativeThatIsNotKnownIsPossible() {
        SettingsInForce settings =
                Adjusted.of("hikaricp").partly(Property.MAX_LIFETIME, "PT10S").inForce("7.1.0");
        assertThat(Adjusted.told(settings)).containsExactly("maxLifetime REPLACED POSSIBLE");
    }

    @Test
    void whatDependsOnAnUnknownValueIsNotTold() {
        SettingsInForce settings = Adjusted.of("hikaricp")
                .with(Property.IDLE_TIMEOUT, "PT30S")
                .with(Property.MINIMUM_IDLE, "1")
                .unknown(Property.MAXIMUM_SIZE)
                .inForce("7.1.0");
        assertThat(Adjusted.told(settings)).isEmpty();
    }

    @Test
    void twoValuesThatWereChosenTogetherAreNotMixed() {
        SettingsInForce settings = Adjusted.of("hikaricp")
                .with(Property.MINIMUM_IDLE, "2", "10")
                .with(Property.MAXIMUM_SIZE, "2", "10")
                .inForce("7.1.0");
        assertThat(Adjusted.told(settings)).isEmpty();
    }

    @Test
    void whatOnlySomeVersionsDoIsToldOfThemAlone() {
        assertThat(Adjusted.told(mariadb().inForce("3.5.9"))).containsExactly("maxIdleTime NO_EFFECT DEFINITE");
        assertThat(Adjusted.told(mariadb().inForce(""))).isEmpty();
        assertThat(Adjusted.told(mariadb().inForce("2.7.0"))).isEmpty();
    }

    private static Adjusted mariadb() {
        return Adjusted.of("mariadb-pool").with(Property.IDLE_TIMEOUT, "PT1M");
    }

    @Test
    void theReasonNamesTheValuesThatDecide() {
        SettingsInForce settings = Adjusted.of("tomcat-jdbc")
                .with(Property.MAXIMUM_SIZE, "1")
                .with(Property.IDLE_TIMEOUT, "PT30S")
                .inForce("11.0.25");
        assertThat(settings.ignored())
                .extracting("reason")
                .containsExactly("the cleaner keeps minIdle connections, and the pool never has more"
                        + " (minIdle is 1 by default and maxActive is 1)");
    }
}
