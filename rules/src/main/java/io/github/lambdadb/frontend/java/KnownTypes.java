package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.LibraryType;
import io.github.lambdadb.ir.TypeDecl;
import java.util.Optional;
import java.util.Set;

/**
 * Which qualified names are types: of the sources, of the class path, of the JDK, or named in advance because an import of a
 * whole package may mean them where the class path lacks the library.
 */
record KnownTypes(SourceIndex sources, ClassPath libraries, Set<String> named) {
    boolean isType(String name) {
        return sources.kind(name).isPresent()
                || named.contains(name)
                || libraries.type(name).isPresent();
    }

    /** Whether the types of a package are known: it is of the sources, of the class path, or of the JDK. */
    boolean isPackage(String name) {
        return sources.hasPackage(name)
                || libraries.hasPackage(name)
                || name.startsWith("java.")
                || ModuleLayer.boot().modules().stream()
                        .anyMatch(module -> module.getDescriptor() != null
                                && isOfJdk(module)
                                && module.getPackages().contains(name));
    }

    private static boolean isOfJdk(Module module) {
        return module.isNamed()
                && (module.getName().startsWith("java.") || module.getName().startsWith("jdk."));
    }

    /** Whether the type is known to be an interface. */
    boolean isInterface(String name) {
        Optional<TypeDecl.Kind> kind = sources.kind(name);
        if (kind.isPresent()) {
            return kind.get() == TypeDecl.Kind.INTERFACE || kind.get() == TypeDecl.Kind.ANNOTATION;
        }
        return libraries.type(name).map(LibraryType::isInterface).orElse(false);
    }
}
