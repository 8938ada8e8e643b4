package io.github.lambdadb.ir;

import java.util.List;

/** The signature of a type that is known from a class file: names with dots, erased member types with their arguments if generic. */
public record LibraryType(
        String name,
        boolean isInterface,
        boolean isAbstract,
        String superclass,
        List<String> interfaces,
        List<LibraryMethod> methods,
        List<LibraryField> fields) {
    /** A method of a class file. */
    public record LibraryMethod(
            String name,
            List<TypeName> parameters,
            TypeName returnType,
            boolean isStatic,
            boolean isAbstract,
            boolean isVarargs) {
        public LibraryMethod {
            parameters = List.copyOf(parameters);
        }
    }

    /** A field of a class file; {@code constant} holds its compile-time value, or nothing. */
    public record LibraryField(String name, TypeName type, boolean isStatic, List<Object> constant) {
        public LibraryField {
            constant = List.copyOf(constant);
        }
    }

    public LibraryType {
        interfaces = List.copyOf(interfaces);
        methods = List.copyOf(methods);
        fields = List.copyOf(fields);
    }
}
