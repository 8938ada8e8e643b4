package io.github.lambdadb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.lambdadb.check.Checker;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls hold in this house, and each of them is proved able to fall in a guilty one. */
class ArchitectureTest {

    private static final String HOUSE = "io.github.lambdadb";
    private static final String GUILTY_HOUSE = "io.github.lambdadb.architecture.guilty";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Checker.class.getProtectionDomain().getCodeSource().getLocation());
    private static final JavaClasses GUILTY = new ClassFileImporter().importPackages(GUILTY_HOUSE);

    @Test
    void theHouseIsNotEmpty() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
    }

    @TestFactory
    Stream<DynamicTest> wallsHold() {
        return Architecture.rules(HOUSE).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(CLASSES)));
    }

    @TestFactory
    Stream<DynamicTest> wallsCanFall() {
        Map<String, ArchRule> rules = Architecture.rules(GUILTY_HOUSE);
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(GUILTY).hasViolation())
                                .isTrue()));
    }
}
