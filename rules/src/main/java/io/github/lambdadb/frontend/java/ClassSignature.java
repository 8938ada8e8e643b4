package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.LibraryType;
import io.github.lambdadb.ir.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads a {@link LibraryType} from the bytes of a class file: signatures only, no code. */
final class ClassSignature extends ClassVisitor {
    private final List<LibraryType.LibraryMethod> methods = new ArrayList<>();
    private final List<LibraryType.LibraryField> fields = new ArrayList<>();
    private final List<String> interfaces = new ArrayList<>();
    private SignatureTypes variables = SignatureTypes.NONE;
    private String name = "";
    private String superclass = "";
    private int access;

    private ClassSignature() {
        super(Opcodes.ASM9);
    }

    static LibraryType read(byte[] bytes) {
        ClassSignature visitor = new ClassSignature();
        new ClassReader(bytes)
                .accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new LibraryType(
                visitor.name,
                (visitor.access & Opcodes.ACC_INTERFACE) != 0,
                (visitor.access & Opcodes.ACC_ABSTRACT) != 0,
                visitor.superclass,
                visitor.interfaces,
                visitor.methods,
                visitor.fields);
    }

    @Override
    public void visit(
            int version,
            int flags,
            String type,
            @Nullable String signature,
            @Nullable String parent,
            String[] parents) {
        name = dotted(type);
        superclass = parent == null ? "" : dotted(parent);
        access = flags;
        Arrays.stream(parents).map(ClassSignature::dotted).forEach(interfaces::add);
        variables = signature == null ? SignatureTypes.NONE : SignatureTypes.NONE.withClass(signature);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int flags, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if ((flags & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE)) == 0) {
            SignatureTypes.MethodTypes types = variables.method(descriptor, signature);
            methods.add(new LibraryType.LibraryMethod(
                    method,
                    types.parameters(),
                    types.result(),
                    (flags & Opcodes.ACC_STATIC) != 0,
                    (flags & Opcodes.ACC_ABSTRACT) != 0,
                    (flags & Opcodes.ACC_VARARGS) != 0));
        }
        return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int flags, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        if ((flags & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE)) == 0) {
            TypeName type = variables.field(descriptor, signature);
            List<Object> constant = value == null ? List.of() : List.of(constant(value, type));
            fields.add(new LibraryType.LibraryField(field, type, (flags & Opcodes.ACC_STATIC) != 0, constant));
        }
        return null;
    }

    static String dotted(String internal) {
        return internal.replace('/', '.').replace('$', '.');
    }

    /** Class files keep booleans and characters as integers. */
    private static Object constant(Object value, TypeName type) {
        if (value instanceof Integer number && type.name().equals("boolean")) {
            return number != 0;
        }
        if (value instanceof Integer number && type.name().equals("char")) {
            return (char) number.intValue();
        }
        return value;
    }
}
