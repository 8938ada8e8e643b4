package io.github.lambdadb.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The walls of the house, for the house itself and for a guilty one beside it that proves that they hold. */
final class Architecture {

    private static final String[] DATA = {"source", "value", "facts", "budget", "ir", "rule", "issue"};

    /** Who may import whom, from the ground floor up: rooms of this project first, then foreign packages. */
    private static final List<Room> ROOMS = List.of(
            new Room("source", List.of(), List.of("java..")),
            new Room("value", List.of("source"), List.of("java..")),
            new Room("document", List.of("source"), List.of("java..", "javax.xml.stream..", "org.snakeyaml.engine..")),
            new Room("facts", List.of("value", "source"), List.of("java..")),
            new Room("ir", List.of("facts", "value", "source"), List.of("java..")),
            new Room("knowledge", List.of("facts", "document", "value", "source"), List.of("java..")),
            new Room("budget", List.of("facts", "value", "source"), List.of("java..")),
            new Room("rule", List.of("facts", "value", "source"), List.of("java..")),
            new Room(
                    "frontend.java",
                    List.of("ir", "facts", "value", "source"),
                    List.of("java..", "com.github.javaparser..", "org.objectweb.asm..")),
            new Room(
                    "frontend.config",
                    List.of("ir", "knowledge", "document", "facts", "value", "source"),
                    List.of("java..")),
            new Room("frontend.template", List.of("document", "facts", "value", "source"), List.of("java..")),
            new Room("analysis", List.of("ir", "knowledge", "document", "facts", "value", "source"), List.of("java..")),
            new Room(
                    "rules",
                    List.of("rule", "budget", "facts", "value", "source"),
                    List.of("java.lang..", "java.util..", "java.time..", "com.google.auto.service..")),
            new Room("issue", List.of("rule", "facts", "value", "source"), List.of("java..")),
            new Room(
                    "fix",
                    List.of("issue", "rule", "frontend.java", "knowledge", "document", "facts", "value", "source"),
                    List.of("java..")),
            new Room(
                    "check",
                    List.of(
                            "fix",
                            "issue",
                            "rule",
                            "analysis",
                            "frontend.java",
                            "frontend.config",
                            "frontend.template",
                            "knowledge",
                            "document",
                            "ir",
                            "facts",
                            "value",
                            "source"),
                    List.of("java..")),
            new Room(
                    "report",
                    List.of("issue", "rule", "budget", "facts", "value", "source"),
                    List.of(
                            "java..",
                            "javax.xml.stream..",
                            "com.fasterxml.jackson.core..",
                            "com.google.auto.service..",
                            "gg.jte..",
                            "org.commonmark..")),
            new Room(
                    "testkit",
                    List.of("check", "issue", "rule", "knowledge", "facts", "value", "source"),
                    List.of("java..")));

    private record Room(String name, List<String> rooms, List<String> foreign) {}

    private Architecture() {}

    /** Every rule under a name of its own, for the packages below {@code root}. */
    static Map<String, ArchRule> rules(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        ROOMS.forEach(room -> rules.put(room.name() + " imports only what it may", walls(root, room)));
        rules.put("data knows no world", dataKnowsNoWorld(root));
        rules.put(
                "packages form no cycle",
                slices().matching(root + ".(**)").should().beFreeOfCycles());
        rules.put(
                "classes are closed",
                classes().that().resideInAPackage(root + "..").should(Shape.beClosed()));
        rules.put(
                "statics do not change",
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(root + "..")
                        .and()
                        .areStatic()
                        .should()
                        .beFinal());
        rules.put(
                "packages are null-marked",
                classes().that().resideInAPackage(root + "..").should(Shape.resideInANullMarkedPackage()));
        rules.put(
                "what only its own package uses is not public",
                classes()
                        .that()
                        .resideInAnyPackage(below(root, "document", "ir", "knowledge", "frontend", "analysis"))
                        .and()
                        .haveModifier(JavaModifier.PUBLIC)
                        .and()
                        .areTopLevelClasses()
                        .should(Shape.beUsedFromOutside()));
        return rules;
    }

    private static ArchRule walls(String root, Room room) {
        List<String> allowed = new ArrayList<>();
        Stream.concat(Stream.of(room.name()), room.rooms().stream())
                .map(name -> root + "." + name + "..")
                .forEach(allowed::add);
        allowed.addAll(room.foreign());
        allowed.add("org.jspecify..");
        return classes()
                .that()
                .resideInAPackage(root + "." + room.name() + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new));
    }

    private static ArchRule dataKnowsNoWorld(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(below(root, DATA))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files");
    }

    private static String[] below(String root, String... names) {
        return Stream.of(names).map(name -> root + "." + name + "..").toArray(String[]::new);
    }
}
