package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Lombok's annotations add to a class: constructors, getters, setters and a builder, as plain methods. */
final class Lombok {
    private final TypeDraft draft;

    private Lombok(TypeDraft draft) {
        this.draft = draft;
    }

    /** Adds the members to the type; returns the types that are added beside it. */
    static List<TypeDecl> complete(TypeDraft draft) {
        boolean isUsed = draft.annotations().stream().anyMatch(Lombok::isLombok)
                || draft.fields().stream()
                        .anyMatch(field -> field.annotations().stream().anyMatch(Lombok::isLombok));
        return isUsed && !draft.isInterface() ? new Lombok(draft).members() : List.of();
    }

    private List<TypeDecl> members() {
        Optional<TypeDecl.Annotation> builder = annotation("Builder").or(() -> annotation("SuperBuilder"));
        boolean isWritten = draft.hasConstructor();
        constructors(isWritten, builder.isPresent());
        draft.fields().stream().filter(field -> !field.isStatic()).toList().forEach(this::accessors);
        return builder.map(this::builder).map(List::of).orElse(List.of());
    }

    private void constructors(boolean isWritten, boolean hasBuilder) {
        int before = draft.methods().size();
        annotation("NoArgsConstructor").ifPresent(mark -> constructor(mark, List.of()));
        annotation("RequiredArgsConstructor").ifPresent(mark -> constructor(mark, required()));
        annotation("AllArgsConstructor").ifPresent(mark -> constructor(mark, all()));
        boolean isGiven = isWritten || draft.methods().size() > before;
        if (isGiven) {
            return;
        }
        Optional<TypeDecl.Annotation> value = annotation("Value");
        if (value.isPresent()) {
            constructor(value.get(), all());
        } else if (hasBuilder) {
            annotation("Builder").ifPresent(mark -> constructor(mark, all()));
        } else {
            annotation("Data").ifPresent(mark -> constructor(mark, required()));
        }
    }

    private void constructor(TypeDecl.Annotation mark, List<TypeDecl.Field> fields) {
        Location at = mark.at();
        List<Stmt> body = new ArrayList<>();
        fields.forEach(field -> body.add(store(draft, field, at)));
        draft.methods()
                .add(MethodShape.constructor(draft.name(), parameters(fields), new Stmt.Block(body, at), at)
                        .method());
        String factory = text(mark, "staticName")
                .or(() -> text(mark, "staticConstructor"))
                .orElse("");
        if (!factory.isEmpty()) {
            TypeName own = TypeName.of(draft.name());
            List<Stmt> result = List.of(new Stmt.Return(create(own, locals(fields, at), at), at));
            draft.methods()
                    .add(MethodShape.of(draft.name(), factory, parameters(fields), own, result, at)
                            .isStatic()
                            .method());
        }
    }

    private void accessors(TypeDecl.Field field) {
        boolean isData = has("Data");
        boolean isBoolean = field.type().toString().equals("boolean");
        String plain = isBoolean && isPrefixed(field.name()) ? field.name().substring(2) : capital(field.name());
        Location at = field.at();
        boolean isFluent = annotation("Accessors")
                .filter(mark -> mark.members().get("fluent") instanceof Expr.Literal literal
                        && Boolean.TRUE.equals(literal.value()))
                .isPresent();
        String getter = isFluent ? field.name() : (isBoolean ? "is" : "get") + plain;
        String setter = isFluent ? field.name() : "set" + plain;
        if ((isData || has("Value") || has("Getter") || has(field, "Getter")) && !draft.hasMethod(getter, 0)) {
            List<Stmt> body = List.of(new Stmt.Return(draft.target(field.name(), false, at), at));
            draft.methods()
                    .add(MethodShape.of(draft.name(), getter, List.of(), field.type(), body, at)
                            .method());
        }
        boolean isSettable = !field.isFinal() && !has("Value");
        if (isSettable && (isData || has("Setter") || has(field, "Setter")) && !draft.hasMethod(setter, 1)) {
            draft.methods().add(fluent(draft, field, setter));
        }
        if ((has("With") || has(field, "With")) && !draft.hasMethod("with" + plain, 1)) {
            draft.methods().add(with(field, "with" + plain));
        }
    }

    /** A copy in which one field is another; the parameter hides the field. */
    private Method with(TypeDecl.Field field, String name) {
        Location at = field.at();
        List<Expr> arguments = all().stream()
                .map(one -> one.equals(field) ? new Expr.Local(one.name(), at) : draft.target(one.name(), false, at))
                .toList();
        TypeName own = TypeName.of(draft.name());
        List<Stmt> body = List.of(new Stmt.Return(create(own, arguments, at), at));
        return MethodShape.of(draft.name(), name, parameters(List.of(field)), own, body, at)
                .method();
    }

    private TypeDecl builder(TypeDecl.Annotation mark) {
        Location at = mark.at();
        String simple = draft.name().substring(draft.name().lastIndexOf('.') + 1);
        String className = text(mark, "builderClassName").orElse(simple + "Builder");
        TypeName type = TypeName.of(draft.name() + "." + className);
        String entry = text(mark, "builderMethodName").orElse("builder");
        List<Stmt> opened = List.of(new Stmt.Return(create(type, List.of(), at), at));
        draft.methods()
                .add(MethodShape.of(draft.name(), entry, List.of(), type, opened, at)
                        .isStatic()
                        .method());
        TypeDraft made = new TypeDraft(type.name(), TypeDecl.Kind.CLASS, at).outer(draft.name(), true);
        List<Expr> arguments = new ArrayList<>();
        for (TypeDecl.Field field : all()) {
            TypeDecl.Field copy = new TypeDecl.Field(field.name(), field.type(), false, false, List.of(), field.at());
            made.fields().add(copy);
            arguments.add(made.target(copy.name(), false, at));
            made.methods().add(fluent(made, copy, copy.name()));
        }
        TypeName own = TypeName.of(draft.name());
        String last = text(mark, "buildMethodName").orElse("build");
        List<Stmt> built = List.of(new Stmt.Return(create(own, arguments, at), at));
        made.methods()
                .add(MethodShape.of(type.name(), last, List.of(), own, built, at)
                        .method());
        return made.finish(Map.of(), List.of());
    }

    /** A method that sets a field and returns the object: also where it should return nothing, which no one sees. */
    private static Method fluent(TypeDraft made, TypeDecl.Field field, String name) {
        Location at = field.at();
        TypeName type = TypeName.of(made.name());
        List<Stmt> body = List.of(store(made, field, at), new Stmt.Return(new Expr.This(type.name(), at), at));
        return MethodShape.of(type.name(), name, parameters(List.of(field)), type, body, at)
                .method();
    }

    /** The fields that must be given: finals, and those that may not be null. */
    private List<TypeDecl.Field> required() {
        return draft.fields().stream()
                .filter(field -> !field.isStatic() && !draft.isInitialised(field))
                .filter(field -> field.isFinal() || has("Value") || has(field, "NonNull"))
                .toList();
    }

    private List<TypeDecl.Field> all() {
        return draft.fields().stream()
                .filter(field -> !field.isStatic())
                .filter(field -> !draft.isInitialised(field)
                        || has(field, "Default")
                        || has(field, "Builder.Default")
                        || (!field.isFinal() && !has("Value")))
                .toList();
    }

    private static Stmt store(TypeDraft made, TypeDecl.Field field, Location at) {
        Expr target = made.target(field.name(), false, at);
        return new Stmt.Evaluate(new Expr.Assign(target, new Expr.Local(field.name(), at), at), at);
    }

    private static Expr create(TypeName type, List<Expr> arguments, Location at) {
        return new Expr.New(new Expr.Implicit(at), type, arguments, List.of(), at);
    }

    private static List<Expr> locals(List<TypeDecl.Field> fields, Location at) {
        return fields.stream()
                .<Expr>map(field -> new Expr.Local(field.name(), at))
                .toList();
    }

    private static List<Method.Parameter> parameters(List<TypeDecl.Field> fields) {
        return fields.stream()
                .map(field -> new Method.Parameter(field.name(), field.type(), field.annotations()))
                .toList();
    }

    private static boolean isPrefixed(String name) {
        return name.length() > 2 && name.startsWith("is") && Character.isUpperCase(name.charAt(2));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private boolean has(String simpleName) {
        return annotation(simpleName).isPresent();
    }

    private static boolean has(TypeDecl.Field field, String simpleName) {
        return find(field.annotations(), simpleName).isPresent();
    }

    private Optional<TypeDecl.Annotation> annotation(String simpleName) {
        return find(draft.annotations(), simpleName);
    }

    private static Optional<TypeDecl.Annotation> find(List<TypeDecl.Annotation> annotations, String simpleName) {
        return annotations.stream()
                .filter(Lombok::isLombok)
                .filter(annotation -> annotation.type().simpleName().equals(simpleName))
                .findFirst();
    }

    private static boolean isLombok(TypeDecl.Annotation annotation) {
        return annotation.type().name().startsWith("lombok.");
    }

    private static Optional<String> text(TypeDecl.Annotation annotation, String member) {
        return Optional.ofNullable(annotation.members().get(member))
                .filter(value -> value instanceof Expr.Literal literal && literal.value() instanceof String)
                .map(value -> (String) ((Expr.Literal) value).value());
    }
}
