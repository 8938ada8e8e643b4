package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.BlockStmt;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Lowers fields, initialisers, constructors and methods. */
final class MemberLowering {
    private final FileContext context;
    private final Lowering lowering;

    MemberLowering(FileContext context, Lowering lowering) {
        this.context = context;
        this.lowering = lowering;
    }

    void lower(BodyDeclaration<?> member, TypeDraft draft) {
        if (member instanceof FieldDeclaration field) {
            field(field, draft);
        } else if (member instanceof MethodDeclaration method) {
            method(method, draft);
        } else if (member instanceof ConstructorDeclaration constructor) {
            constructor(constructor, draft);
        } else if (member instanceof CompactConstructorDeclaration constructor) {
            compact(constructor, draft);
        } else if (member instanceof InitializerDeclaration initializer) {
            List<Stmt> target = draft.initializer(initializer.isStatic());
            target.add(lowering.statements().block(initializer.getBody()));
        } else if (member instanceof AnnotationMemberDeclaration value) {
            annotationMember(value, draft);
        }
    }

    private void field(FieldDeclaration declaration, TypeDraft draft) {
        boolean isStatic = declaration.isStatic() || draft.isInterface();
        boolean isFinal = declaration.isFinal() || draft.isInterface();
        List<TypeDecl.Annotation> annotations = lowering.annotations().of(declaration.getAnnotations(), declaration);
        for (VariableDeclarator variable : declaration.getVariables()) {
            TypeName type = context.types().of(variable.getType());
            TypeDecl.Field field = new TypeDecl.Field(
                    variable.getNameAsString(), type, isStatic, isFinal, annotations, context.at(variable));
            draft.fields().add(field);
            context.scope().enter();
            variable.getInitializer()
                    .ifPresent(value ->
                            draft.initialise(field, lowering.expressions().initializer(value, type)));
            context.scope().leave();
            lowering.patterns().declarations();
        }
    }

    private void method(MethodDeclaration declaration, TypeDraft draft) {
        context.scope().enter();
        context.types().declare(declaration.getTypeParameters());
        List<Method.Parameter> parameters = parameters(declaration.getParameters());
        Location at = context.at(declaration);
        NodeList<Modifier> modifiers = declaration.getModifiers();
        boolean hasBody = declaration.getBody().isPresent();
        boolean isPublic = declaration.isPublic() || (draft.isInterface() && !declaration.isPrivate());
        boolean isAbstract = declaration.isAbstract() || (draft.isInterface() && !hasBody);
        draft.methods()
                .add(new Method(
                        draft.name(),
                        declaration.getNameAsString(),
                        parameters,
                        context.types().of(declaration.getType()),
                        declaration.isStatic(),
                        isAbstract,
                        isPublic,
                        isVarargs(declaration.getParameters()),
                        modifiers.contains(Modifier.synchronizedModifier()),
                        lowering.annotations().of(declaration.getAnnotations(), declaration),
                        hasBody,
                        declaration
                                .getBody()
                                .map(lowering.statements()::block)
                                .orElseGet(() -> lowering.statements().emptyBlock(declaration)),
                        at));
        context.scope().leave();
    }

    private void constructor(ConstructorDeclaration declaration, TypeDraft draft) {
        context.scope().enter();
        context.types().declare(declaration.getTypeParameters());
        List<Method.Parameter> parameters = parameters(declaration.getParameters());
        List<TypeDecl.Annotation> annotations = lowering.annotations().of(declaration.getAnnotations(), declaration);
        Stmt.Block body = lowering.statements().block(declaration.getBody());
        draft.methods()
                .add(MethodShape.constructor(draft.name(), parameters, body, context.at(declaration))
                        .withAnnotations(annotations)
                        .isPublic(declaration.isPublic())
                        .isVarargs(isVarargs(declaration.getParameters()))
                        .method());
        context.scope().leave();
    }

    /** The canonical constructor of a record in its compact form: its body, then the assignments. */
    private void compact(CompactConstructorDeclaration declaration, TypeDraft draft) {
        context.scope().enter();
        List<Method.Parameter> parameters = RecordMembers.components(draft);
        parameters.forEach(parameter -> context.scope().local(parameter.name()));
        List<TypeDecl.Annotation> annotations = lowering.annotations().of(declaration.getAnnotations(), declaration);
        Location at = context.at(declaration);
        BlockStmt block = declaration.getBody();
        List<Stmt> body = new ArrayList<>(lowering.statements().block(block).statements());
        body.addAll(RecordMembers.assignments(draft, at));
        draft.methods()
                .add(MethodShape.constructor(draft.name(), parameters, new Stmt.Block(body, at), at)
                        .withAnnotations(annotations)
                        .isPublic(declaration.isPublic())
                        .method());
        context.scope().leave();
    }

    private void annotationMember(AnnotationMemberDeclaration value, TypeDraft draft) {
        TypeName type = context.types().of(value.getType());
        Location at = context.at(value);
        Stmt.Block empty = lowering.statements().emptyBlock(value);
        draft.methods()
                .add(new Method(
                        draft.name(),
                        value.getNameAsString(),
                        List.of(),
                        type,
                        false,
                        true,
                        true,
                        false,
                        false,
                        lowering.annotations().of(value.getAnnotations(), value),
                        false,
                        empty,
                        at));
    }

    /** Lowers the parameters and brings them into scope. */
    private List<Method.Parameter> parameters(NodeList<Parameter> parameters) {
        List<Method.Parameter> lowered = new ArrayList<>();
        for (Parameter parameter : parameters) {
            List<TypeDecl.Annotation> annotations = lowering.annotations().of(parameter.getAnnotations(), parameter);
            context.scope().local(parameter.getNameAsString());
            lowered.add(new Method.Parameter(parameter.getNameAsString(), type(parameter), annotations));
        }
        return lowered;
    }

    private TypeName type(Parameter parameter) {
        TypeName type = context.types().of(parameter.getType());
        return parameter.isVarArgs() ? TypeNames.array(type, 1) : type;
    }

    private static boolean isVarargs(NodeList<Parameter> parameters) {
        return parameters.getLast().map(Parameter::isVarArgs).orElse(false);
    }
}
