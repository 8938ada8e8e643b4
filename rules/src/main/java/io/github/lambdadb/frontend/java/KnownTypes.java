package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.LibraryType;
import io.github.lambdadb.ir.TypeDecl;
import java.util.Optional;

/** Which qualified names are types: of the sources, of the class path, or of the JDK. */
record KnownTypes(SourceIndex sources, ClassPath libraries) {
    boolean isType(String name) {
        return sources.kind(name).isPresent() || libraries.type(name).isPresent();
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
