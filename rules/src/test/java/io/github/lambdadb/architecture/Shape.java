package io.github.lambdadb.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** What a class must look like, as far as ArchUnit has no word for it. */
final class Shape {

    private Shape() {}

    /** Nobody outside can extend it by accident. */
    static ArchCondition<JavaClass> beClosed() {
        return condition(
                "be final, sealed, an interface, a record or an enum",
                type -> type.isInterface()
                        || type.isEnum()
                        || type.isAnonymousClass()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || type.reflect().isSealed()
                        // the constants of an enum with bodies
                        || type.getRawSuperclass().map(JavaClass::isEnum).orElse(false));
    }

    static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return condition(
                "reside in a package that is @NullMarked",
                type -> type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .orElse(false));
    }

    /** Somebody outside names it, catches it, or gets it from a public class. */
    static ArchCondition<JavaClass> beUsedFromOutside() {
        return condition(
                "be used from outside its package",
                type -> type.isAssignableTo(Throwable.class)
                        || type.getDirectDependenciesToSelf().stream()
                                .map(Dependency::getOriginClass)
                                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName())
                                        || user.getModifiers().contains(JavaModifier.PUBLIC)));
    }

    private static ArchCondition<JavaClass> condition(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String told = type.getFullName() + (holds.test(type) ? ": does " : ": does not ") + description;
                events.add(new SimpleConditionEvent(type, holds.test(type), told));
            }
        };
    }
}
