package io.github.lambdadb.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class of a library as its bytes tell it, inherited methods included. It is not loaded: then each library would need all
 * of its own dependencies.
 */
final class LibraryClass {
    private final List<LibraryMethod> methods = new ArrayList<>();
    private boolean isAbstract;

    record LibraryMethod(String name, int parameters, boolean isStatic, boolean isVarargs, boolean isInherited) {
        boolean takes(int arguments) {
            return parameters == arguments || isVarargs && arguments >= parameters - 1;
        }
    }

    static Optional<LibraryClass> of(String name) {
        LibraryClass found = new LibraryClass();
        return found.read(internalName(name), false) ? Optional.of(found) : Optional.empty();
    }

    /** {@code Configuration.Builder} is a class inside of another. */
    private static String internalName(String name) {
        String[] parts = name.split("\\.", -1);
        boolean isNested = parts.length > 1 && Character.isUpperCase(parts[parts.length - 2].charAt(0));
        int last = name.lastIndexOf('.');
        return (isNested ? name.substring(0, last) + "$" + name.substring(last + 1) : name).replace('.', '/');
    }

    boolean hasConstructor(int arguments) {
        return !isAbstract
                && methods.stream()
                        .anyMatch(method ->
                                method.name().equals("<init>") && !method.isInherited() && method.takes(arguments));
    }

    boolean hasMethod(String name, int arguments) {
        return methods.stream().anyMatch(method -> method.name().equals(name) && method.takes(arguments));
    }

    boolean hasStaticMethod(String name, int arguments) {
        return methods.stream()
                .anyMatch(method -> method.isStatic() && method.name().equals(name) && method.takes(arguments));
    }

    boolean hasMethod(String name) {
        return methods.stream().anyMatch(method -> method.name().equals(name));
    }

    /** Whether a method, or for a trailing {@code *} one that starts so, exists. */
    boolean hasAny(String pattern) {
        return methods.stream().anyMatch(method -> CallModel.names(List.of(pattern), method.name()));
    }

    private boolean read(String internalName, boolean isInherited) {
        try (InputStream bytes = ClassLoader.getSystemResourceAsStream(internalName + ".class")) {
            if (bytes == null) {
                return false;
            }
            new ClassReader(bytes)
                    .accept(
                            new Collector(isInherited),
                            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private final class Collector extends ClassVisitor {
        private final boolean isInherited;

        Collector(boolean isInherited) {
            super(Opcodes.ASM9);
            this.isInherited = isInherited;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            if (!isInherited) {
                isAbstract = (access & Opcodes.ACC_ABSTRACT) != 0;
            }
            if (parent != null) {
                read(parent, true);
            }
            for (String each : interfaces) {
                read(each, true);
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0) {
                methods.add(new LibraryMethod(
                        name,
                        Type.getArgumentTypes(descriptor).length,
                        (access & Opcodes.ACC_STATIC) != 0,
                        (access & Opcodes.ACC_VARARGS) != 0,
                        isInherited));
            }
            return null;
        }
    }
}
