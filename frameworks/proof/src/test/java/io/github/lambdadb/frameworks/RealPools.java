package io.github.lambdadb.frameworks;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SourceModel;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a project with the real framework and reads the settings that its pools have then. */
final class RealPools {
    /** What makes a pool take its settings as it does when it starts; none of it opens a session to a server. */
    private static final Map<String, String> STARTS = Map.of("hikaricp", "validate", "tomcat-jdbc", "createPool");

    /** Getters of what goes to the driver. */
    private static final List<String> PROPERTIES = List.of("getDataSourceProperties", "getDbProperties");

    /** Under which PostgreSQL's driver takes the program's name. */
    private static final String PROGRAM_NAME = "ApplicationName";

    /** What HikariCP makes of a timeout of 0. */
    private static final long NEVER = Integer.MAX_VALUE;

    private final ClassLoader libraries;
    private final Path classes;

    RealPools(ClassLoader libraries, Path classes) {
        this.libraries = libraries;
        this.classes = classes;
    }

    /** The settings by name, of each pool. */
    @SuppressWarnings("unchecked")
    List<Map<String, String>> of(Project project, Map<String, String> variables)
            throws IOException, ReflectiveOperationException {
        List<Map<String, String>> pools = new ArrayList<>();
        URL[] urls = {classes.toUri().toURL(), project.resourceRoot().toUri().toURL()};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, libraries)) {
            Thread.currentThread().setContextClassLoader(loader);
            ((BiConsumer<Map<String, String>, Consumer<Object>>)
                            loader.loadClass("proof.Starter").getConstructor().newInstance())
                    .accept(variables, pool -> pools.add(read(pool)));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        return pools;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> read(Object pool) {
        if (pool instanceof Map) {
            return (Map<String, String>) pool;
        }
        SourceModel product = product(pool);
        if (STARTS.containsKey(product.id())) {
            call(pool, STARTS.get(product.id()));
        }
        Map<String, String> settings = new TreeMap<>(Map.of("product", product.name()));
        Map<Property, SettingModel> told = new EnumMap<>(product.settings());
        // Tomcat's does not tell it
        told.remove(Property.PASSWORD);
        told.forEach((property, setting) -> setting.getters().stream()
                .filter(getter -> has(pool, getter))
                .findFirst()
                .ifPresent(getter -> settings.put(property.name(), shown(property, setting, call(pool, getter)))));
        PROPERTIES.stream()
                .filter(getter -> has(pool, getter))
                .map(getter -> ((Properties) call(pool, getter)).getProperty(PROGRAM_NAME, ""))
                .map(name -> name.isEmpty() ? inUrl(settings) : name)
                .forEach(name -> settings.put("PROGRAM_NAME", name));
        return settings;
    }

    /** A framework may derive a class from the library's. */
    private static SourceModel product(Object pool) {
        return Stream.<Class<?>>iterate(pool.getClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Catalog.builtIn().sourceOfType(type.getName()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing is known of " + pool.getClass()));
    }

    static String inUrl(Map<String, String> settings) {
        String url = settings.getOrDefault("URL", "");
        int start = url.indexOf(PROGRAM_NAME + "=");
        return start < 0 ? "" : url.substring(start + PROGRAM_NAME.length() + 1).split("[&;]")[0];
    }

    private static boolean has(Object pool, String getter) {
        return Stream.of(pool.getClass().getMethods())
                .anyMatch(method -> method.getName().equals(getter) && method.getParameterCount() == 0);
    }

    private static Object call(Object pool, String name) {
        try {
            Method method = pool.getClass().getMethod(name);
            return Optional.ofNullable(method.invoke(pool)).orElse("");
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(name + " throws " + refused.getCause(), refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shown(Property property, SettingModel setting, Object value) {
        if (property.type() != Property.Type.DURATION || value.equals("")) {
            return value instanceof Collection<?> several
                    ? several.stream().map(Object::toString).collect(Collectors.joining(";"))
                    : value.toString();
        }
        if (value instanceof Duration duration) {
            return duration.toString();
        }
        long number = ((Number) value).longValue();
        if (number == NEVER || String.valueOf(number).equals(setting.neverValue())) {
            return Duration.ZERO.toString();
        }
        return (switch (setting.unit()) {
                    case NONE -> throw new IllegalStateException("a duration without unit");
                    case MILLISECONDS -> Duration.ofMillis(number);
                    case SECONDS -> Duration.ofSeconds(number);
                    case MINUTES -> Duration.ofMinutes(number);
                })
                .toString();
    }
}
