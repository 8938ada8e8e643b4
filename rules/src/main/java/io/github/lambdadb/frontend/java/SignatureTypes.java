package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Turns descriptors and generic signatures of class files into type names; type variables become their bound. */
final class SignatureTypes {
    static final SignatureTypes NONE = new SignatureTypes(Map.of());

    /** The types of a method. */
    record MethodTypes(List<TypeName> parameters, TypeName result) {}

    private final Map<String, TypeName> variables;

    private SignatureTypes(Map<String, TypeName> variables) {
        this.variables = variables;
    }

    /** The same with the type variables of a class. */
    SignatureTypes withClass(String signature) {
        Declaration declaration = new Declaration(variables);
        new SignatureReader(signature).accept(declaration);
        return new SignatureTypes(declaration.bounds());
    }

    MethodTypes method(String descriptor, @Nullable String signature) {
        List<TypeName> erased = Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(SignatureTypes::erased)
                .toList();
        TypeName result = erased(Type.getReturnType(descriptor));
        if (signature == null) {
            return new MethodTypes(erased, result);
        }
        Declaration declaration = new Declaration(variables);
        new SignatureReader(signature).accept(declaration);
        List<TypeName> generic = declaration.parameters();
        // constructors of inner classes and enums have parameters that their signature does not mention
        return new MethodTypes(generic.size() == erased.size() ? generic : erased, declaration.result());
    }

    TypeName field(String descriptor, @Nullable String signature) {
        if (signature == null) {
            return erased(Type.getType(descriptor));
        }
        TypeReader reader = new TypeReader(variables);
        new SignatureReader(signature).acceptType(reader);
        return reader.type();
    }

    private static TypeName erased(Type type) {
        if (type.getSort() == Type.ARRAY) {
            TypeName element = erased(type.getElementType());
            return new TypeName(element.name(), List.of(), type.getDimensions(), true);
        }
        return TypeName.of(
                type.getSort() == Type.OBJECT ? ClassSignature.dotted(type.getInternalName()) : type.getClassName());
    }

    /** Reads the type parameters and, of a method, the parameter and return types. */
    private static final class Declaration extends SignatureVisitor {
        private final Map<String, TypeName> outer;
        private final Map<String, List<TypeReader>> formal = new HashMap<>();
        private final Map<String, TypeName> bounds;
        private final List<TypeReader> parameters = new ArrayList<>();
        private final List<TypeReader> results = new ArrayList<>();
        private String current = "";

        Declaration(Map<String, TypeName> outer) {
            super(Opcodes.ASM9);
            this.outer = outer;
            this.bounds = new HashMap<>(outer);
        }

        @Override
        public void visitFormalTypeParameter(String name) {
            current = name;
            bounds.put(name, TypeName.OBJECT);
            formal.put(name, new ArrayList<>());
        }

        @Override
        public SignatureVisitor visitClassBound() {
            return bound();
        }

        @Override
        public SignatureVisitor visitInterfaceBound() {
            return bound();
        }

        private SignatureVisitor bound() {
            TypeReader reader = new TypeReader(outer);
            formal.getOrDefault(current, new ArrayList<>()).add(reader);
            return reader;
        }

        @Override
        public SignatureVisitor visitParameterType() {
            TypeReader reader = new TypeReader(bounds());
            parameters.add(reader);
            return reader;
        }

        @Override
        public SignatureVisitor visitReturnType() {
            TypeReader reader = new TypeReader(bounds());
            results.add(reader);
            return reader;
        }

        @Override
        public SignatureVisitor visitSuperclass() {
            return new TypeReader(bounds());
        }

        @Override
        public SignatureVisitor visitInterface() {
            return new TypeReader(bounds());
        }

        Map<String, TypeName> bounds() {
            formal.forEach((name, readers) -> {
                if (!readers.isEmpty()) {
                    bounds.put(name, readers.get(0).type());
                }
            });
            return bounds;
        }

        List<TypeName> parameters() {
            return parameters.stream().map(TypeReader::type).toList();
        }

        TypeName result() {
            return results.isEmpty() ? TypeName.of("void") : results.get(0).type();
        }
    }

    /** Reads one type. */
    private static final class TypeReader extends SignatureVisitor {
        private final Map<String, TypeName> variables;
        private final List<TypeReader> arguments = new ArrayList<>();
        private TypeName plain = TypeName.OBJECT;
        private int dimensions;

        TypeReader(Map<String, TypeName> variables) {
            super(Opcodes.ASM9);
            this.variables = variables;
        }

        TypeName type() {
            List<TypeName> given = arguments.isEmpty()
                    ? plain.arguments()
                    : arguments.stream().map(TypeReader::type).toList();
            return new TypeName(plain.name(), given, dimensions + plain.dimensions(), true);
        }

        @Override
        public void visitBaseType(char descriptor) {
            plain = TypeName.of(Type.getType(String.valueOf(descriptor)).getClassName());
        }

        @Override
        public void visitTypeVariable(String name) {
            plain = variables.getOrDefault(name, TypeName.OBJECT);
        }

        @Override
        public SignatureVisitor visitArrayType() {
            dimensions++;
            return this;
        }

        @Override
        public void visitClassType(String name) {
            plain = TypeName.of(ClassSignature.dotted(name));
        }

        @Override
        public void visitInnerClassType(String name) {
            plain = TypeName.of(plain.name() + "." + name);
            arguments.clear();
        }

        @Override
        public void visitTypeArgument() {
            arguments.add(new TypeReader(variables));
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            TypeReader reader = new TypeReader(variables);
            arguments.add(reader);
            // "? super T" says nothing about what comes out
            return wildcard == SUPER ? new TypeReader(variables) : reader;
        }
    }
}
