package io.github.lambdadb.architecture;

import io.github.lambdadb.check.CheckRequest;
import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.report.Reporter;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that third parties may use, with their members, as reflection sees them. */
final class PublicApi {
    private static final String BASE = "io.github.lambdadb";
    private static final List<String> PACKAGES = List.of("source", "value", "facts", "rule", "issue", "testkit");
    private static final List<Class<?>> DOORS =
            List.of(Checker.class, CheckRequest.class, ConfigurationException.class, Reporter.class);
    /** Every record and enum has them. */
    private static final Set<String> GIVEN = Set.of("equals", "hashCode", "toString", "values", "valueOf");

    private final Map<String, Class<?>> types = new TreeMap<>();

    private PublicApi() {}

    static PublicApi whole() throws IOException, URISyntaxException {
        PublicApi api = new PublicApi();
        Path classes = Path.of(Checker.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        for (String name : PACKAGES) {
            try (Stream<Path> files =
                    Files.list(classes.resolve(BASE.replace('.', '/')).resolve(name))) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(file -> file.endsWith(".class") && !file.contains("-"))
                        .forEach(file -> api.add(named(BASE + "." + name + "." + file.replace(".class", ""))));
            }
        }
        DOORS.forEach(api::add);
        return api;
    }

    Collection<Class<?>> types() {
        return types.values();
    }

    /** One line a type, sorted, and below it one a member, sorted. */
    String text() {
        return types.values().stream()
                .map(type -> type.getTypeName().replace('$', '.') + ": " + kind(type) + "\n"
                        + members(type)
                                .map(member -> "  " + line(member) + "\n")
                                .sorted()
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private void add(Class<?> type) {
        boolean isOurs = type.getName().startsWith(BASE + ".") && isSeen(type);
        if (!isOurs || types.putIfAbsent(type.getName(), type) != null) {
            return;
        }
        Arrays.stream(type.getDeclaredClasses()).forEach(this::add);
        members(type).flatMap(PublicApi::shown).forEach(this::addAll);
    }

    private void addAll(Type type) {
        if (type instanceof Class<?> plain) {
            add(plain.isArray() ? plain.getComponentType() : plain);
        } else if (type instanceof ParameterizedType generic) {
            addAll(generic.getRawType());
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::addAll);
        } else if (type instanceof GenericArrayType array) {
            addAll(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(this::addAll);
        }
    }

    private static boolean isSeen(Class<?> type) {
        boolean isPublic = Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass() && !type.isLocalClass();
        return isPublic && (type.getDeclaringClass() == null || isSeen(type.getDeclaringClass()));
    }

    private static Stream<Member> members(Class<?> type) {
        return Stream.<Member[]>of(type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                .flatMap(Arrays::stream)
                .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                .filter(member -> !member.isSynthetic())
                .filter(member -> member instanceof Field || !GIVEN.contains(member.getName()));
    }

    private static Stream<Type> shown(Member member) {
        if (member instanceof Field field) {
            return Stream.of(field.getGenericType());
        }
        Executable executable = (Executable) member;
        Stream<Type> result =
                executable instanceof Method method ? Stream.of(method.getGenericReturnType()) : Stream.empty();
        return Stream.of(
                        result,
                        Arrays.stream(executable.getGenericParameterTypes()),
                        Arrays.stream(executable.getGenericExceptionTypes()))
                .flatMap(types -> types);
    }

    private static String kind(Class<?> type) {
        String supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass())
                                .filter(above -> above != Object.class && !type.isEnum() && !type.isRecord()),
                        Arrays.stream(type.getGenericInterfaces()))
                .map(PublicApi::name)
                .sorted()
                .collect(Collectors.joining(", "));
        String word = type.isRecord()
                ? "record"
                : type.isEnum() ? "enum" : type.isInterface() ? "interface" : Modifier.toString(type.getModifiers());
        String sealed = type.isSealed() ? "sealed " : "";
        return sealed + word + variables(type.getTypeParameters()) + (supertypes.isEmpty() ? "" : " of " + supertypes);
    }

    private static String line(Member member) {
        String modifiers = Stream.of(Modifier.STATIC, Modifier.ABSTRACT, Modifier.PROTECTED)
                .filter(modifier -> (member.getModifiers() & modifier) != 0)
                .map(modifier -> Modifier.toString(modifier) + " ")
                .collect(Collectors.joining());
        if (member instanceof Field field) {
            return field.getName() + ": " + modifiers + name(field.getGenericType());
        }
        Executable executable = (Executable) member;
        String parameters = Arrays.stream(executable.getGenericParameterTypes())
                .map(PublicApi::name)
                .collect(Collectors.joining(", ", "(", ")"));
        String thrown = Arrays.stream(executable.getGenericExceptionTypes())
                .map(type -> " throws " + name(type))
                .collect(Collectors.joining());
        String result =
                executable instanceof Method method ? ": " + modifiers + name(method.getGenericReturnType()) : "";
        String called = executable instanceof Method ? executable.getName() : "new";
        return called + variables(executable.getTypeParameters()) + parameters + result + thrown;
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .sorted(Comparator.comparing(TypeVariable::getName))
                        .map(TypeVariable::getName)
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    /** Without packages, which say little and fill the line. */
    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\b[a-z0-9]+\\.", "").replace('$', '.');
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("The class file is there and the class is not: " + name, missing);
        }
    }
}
