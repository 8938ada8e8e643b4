package io.github.lambdadb.proofs;

import io.github.lambdadb.knowledge.SettingModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Calls the setter that a knowledge file names for a setting. */
final class Setters {
    private Setters() {}

    /**
     * Sets it if the object has such a setter.
     *
     * @param value a number, a flag, a text or a duration in ISO-8601, as the file writes defaults
     * @return whether there is one
     */
    static boolean set(Object target, SettingModel setting, String value) {
        Optional<Method> setter = Arrays.stream(target.getClass().getMethods())
                .filter(method -> setting.setters().contains(method.getName()))
                .filter(method -> method.getParameterCount() == 1 && isSimple(method.getParameterTypes()[0]))
                .findFirst();
        setter.ifPresent(method -> call(target, method, argument(setting, value, method.getParameterTypes()[0])));
        return setter.isPresent();
    }

    private static boolean isSimple(Class<?> type) {
        return type.isPrimitive()
                || type == Boolean.class
                || type == Integer.class
                || type == String.class
                || type == Duration.class;
    }

    private static Object argument(SettingModel setting, String value, Class<?> type) {
        if (type == String.class) {
            return value;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(value);
        }
        if (type == Duration.class) {
            return Duration.parse(value);
        }
        long number = value.startsWith("P") ? setting.unit().of(Duration.parse(value)) : Long.parseLong(value);
        if (type == long.class) {
            return number;
        }
        return Math.toIntExact(number);
    }

    private static void call(Object target, Method setter, Object argument) {
        try {
            setter.invoke(target, argument);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(setter.toString(), e);
        }
    }
}
