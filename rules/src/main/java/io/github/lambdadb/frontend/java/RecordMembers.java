package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.List;

/** What a record has without writing it: fields, canonical constructor and accessors. */
final class RecordMembers {
    private RecordMembers() {}

    /** The fields; first of all members, since the others use them. */
    static void declare(TypeDraft draft, RecordDeclaration record, FileContext context, Lowering lowering) {
        for (Parameter component : record.getParameters()) {
            TypeName plain = context.types().of(component.getType());
            TypeName type = component.isVarArgs() ? TypeNames.array(plain, 1) : plain;
            List<TypeDecl.Annotation> annotations = lowering.annotations().of(component.getAnnotations(), component);
            draft.fields()
                    .add(new TypeDecl.Field(
                            component.getNameAsString(), type, false, true, annotations, context.at(component)));
            context.scope().field(component.getNameAsString());
        }
    }

    static List<Method.Parameter> components(TypeDraft draft) {
        return fields(draft).stream()
                .map(field -> new Method.Parameter(field.name(), field.type(), field.annotations()))
                .toList();
    }

    static List<Stmt> assignments(TypeDraft draft, Location at) {
        return fields(draft).stream()
                .<Stmt>map(field -> {
                    Expr target = draft.target(field.name(), false, at);
                    Expr value = new Expr.Local(field.name(), at);
                    return new Stmt.Evaluate(new Expr.Assign(target, value, at), at);
                })
                .toList();
    }

    /** Adds the canonical constructor and the accessors that are not written. */
    static void complete(TypeDraft draft) {
        List<Method.Parameter> components = components(draft);
        Location at = draft.at();
        if (draft.methods().stream().noneMatch(method -> isCanonical(method, components))) {
            Stmt.Block body = new Stmt.Block(assignments(draft, at), at);
            draft.methods()
                    .add(MethodShape.constructor(draft.name(), components, body, at)
                            .method());
        }
        for (TypeDecl.Field field : fields(draft)) {
            if (!draft.hasMethod(field.name(), 0)) {
                Expr value = draft.target(field.name(), false, field.at());
                List<Stmt> body = List.of(new Stmt.Return(value, field.at()));
                draft.methods()
                        .add(MethodShape.of(draft.name(), field.name(), List.of(), field.type(), body, field.at())
                                .method());
            }
        }
    }

    private static boolean isCanonical(Method method, List<Method.Parameter> components) {
        return method.name().equals("<init>")
                && method.parameters().stream()
                        .map(parameter -> parameter.type().toString())
                        .toList()
                        .equals(components.stream()
                                .map(component -> component.type().toString())
                                .toList());
    }

    private static List<TypeDecl.Field> fields(TypeDraft draft) {
        return draft.fields().stream().filter(field -> !field.isStatic()).toList();
    }
}
