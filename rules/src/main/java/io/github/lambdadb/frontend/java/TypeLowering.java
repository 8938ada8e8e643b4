package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Lowers type declarations: top-level, nested, local and anonymous ones. */
final class TypeLowering {
    private static final int DEEPEST = 60;

    private final FileContext context;
    private final Lowering lowering;
    private final MemberLowering members;
    private int depth;

    TypeLowering(FileContext context, Lowering lowering) {
        this.context = context;
        this.lowering = lowering;
        this.members = new MemberLowering(context, lowering);
    }

    void topLevel(TypeDeclaration<?> declaration, String name) {
        lower(declaration, new TypeDraft(name, kind(declaration), context.at(declaration)));
    }

    TypeDecl local(TypeDeclaration<?> declaration) {
        String outer = context.scope().ownType();
        String simple = declaration.getNameAsString();
        String name = context.localName(outer, simple);
        context.scope().type(simple, name);
        boolean isStatic = !(declaration instanceof ClassOrInterfaceDeclaration type) || type.isInterface();
        return lower(
                declaration, new TypeDraft(name, kind(declaration), context.at(declaration)).outer(outer, isStatic));
    }

    TypeDecl anonymous(TypeName base, NodeList<BodyDeclaration<?>> body, Location at) {
        String outer = context.scope().ownType();
        TypeDraft draft = new TypeDraft(context.localName(outer, ""), TypeDecl.Kind.CLASS, at).outer(outer, false);
        if (context.names().known().isInterface(base.name())) {
            draft.interfaces().add(base);
        } else {
            draft.superclass(base);
        }
        context.scope().enterType(draft.name());
        context.scope().supertype(base);
        return finish(draft, body);
    }

    private TypeDecl lower(TypeDeclaration<?> declaration, TypeDraft draft) {
        draft.annotations().addAll(lowering.annotations().of(declaration.getAnnotations(), declaration));
        context.scope().enterType(draft.name());
        context.scope().type(declaration.getNameAsString(), draft.name());
        declareNested(declaration.getMembers(), draft);
        if (declaration instanceof ClassOrInterfaceDeclaration type) {
            context.types().declare(type.getTypeParameters());
            draft.isAbstract(type.isAbstract() || type.isInterface());
            supertypes(draft, type.isInterface() ? new NodeList<>() : type.getExtendedTypes());
            draft.interfaces().addAll(names(type.isInterface() ? type.getExtendedTypes() : type.getImplementedTypes()));
        } else if (declaration instanceof RecordDeclaration type) {
            context.types().declare(type.getTypeParameters());
            draft.superclass(TypeName.of("java.lang.Record"));
            draft.interfaces().addAll(names(type.getImplementedTypes()));
        } else if (declaration instanceof EnumDeclaration type) {
            draft.superclass(TypeName.of("java.lang.Enum"));
            draft.interfaces().addAll(names(type.getImplementedTypes()));
            constants(draft, type);
        } else {
            draft.isAbstract(true).interfaces().add(TypeName.of("java.lang.annotation.Annotation"));
        }
        draft.interfaces().forEach(context.scope()::supertype);
        if (declaration instanceof RecordDeclaration type) {
            RecordMembers.declare(draft, type, context, lowering);
        }
        return finish(draft, declaration.getMembers());
    }

    private void supertypes(TypeDraft draft, NodeList<ClassOrInterfaceType> extended) {
        extended.getFirst().ifPresent(type -> {
            TypeName name = context.types().of(type);
            draft.superclass(name);
            context.scope().supertype(name);
        });
    }

    private List<TypeName> names(NodeList<ClassOrInterfaceType> types) {
        return types.stream().map(context.types()::of).toList();
    }

    /** Fields and nested types are in scope everywhere in the body, so they are declared before it is lowered. */
    private void declareNested(NodeList<BodyDeclaration<?>> body, TypeDraft draft) {
        for (BodyDeclaration<?> member : body) {
            if (member instanceof TypeDeclaration<?> nested) {
                context.scope().type(nested.getNameAsString(), draft.name() + "." + nested.getNameAsString());
            } else if (member instanceof FieldDeclaration field) {
                field.getVariables().forEach(variable -> context.scope().field(variable.getNameAsString()));
            }
        }
    }

    /** Lowers the body in the scope that was entered for it, and leaves that scope. */
    private TypeDecl finish(TypeDraft draft, NodeList<BodyDeclaration<?>> body) {
        declareNested(body, draft);
        depth++;
        for (BodyDeclaration<?> member : body) {
            if (!(member instanceof TypeDeclaration<?> nested)) {
                members.lower(member, draft);
            } else if (depth < DEEPEST) {
                nested(nested, draft);
            }
        }
        depth--;
        if (draft.kind() == TypeDecl.Kind.RECORD) {
            RecordMembers.complete(draft);
        }
        Lombok.complete(draft).forEach(context::keep);
        context.scope().leave();
        return context.keep(
                draft.finish(context.names().staticImports(), context.names().staticStarImports()));
    }

    private void nested(TypeDeclaration<?> nested, TypeDraft outer) {
        boolean isStatic = outer.isInterface()
                || !(nested instanceof ClassOrInterfaceDeclaration type)
                || type.isInterface()
                || type.isStatic();
        String name = outer.name() + "." + nested.getNameAsString();
        lower(nested, new TypeDraft(name, kind(nested), context.at(nested)).outer(outer.name(), isStatic));
    }

    private void constants(TypeDraft draft, EnumDeclaration type) {
        type.getEntries().forEach(entry -> context.scope().field(entry.getNameAsString()));
        for (EnumConstantDeclaration entry : type.getEntries()) {
            Location at = context.at(entry);
            TypeName own = TypeName.of(draft.name());
            List<TypeDecl.Annotation> annotations = lowering.annotations().of(entry.getAnnotations(), entry);
            List<TypeDecl> body = new ArrayList<>();
            if (entry.getClassBody().isNonEmpty()) {
                body.add(anonymous(own, entry.getClassBody(), at));
            }
            List<Expr> arguments = lowering.expressions().lower(entry.getArguments());
            TypeDecl.Field field = new TypeDecl.Field(entry.getNameAsString(), own, true, true, annotations, at);
            draft.enumConstants().add(field.name());
            draft.fields().add(field);
            draft.initialise(field, new Expr.New(new Expr.Implicit(at), own, arguments, body, at));
        }
    }

    private static TypeDecl.Kind kind(TypeDeclaration<?> declaration) {
        if (declaration instanceof ClassOrInterfaceDeclaration type) {
            return type.isInterface() ? TypeDecl.Kind.INTERFACE : TypeDecl.Kind.CLASS;
        }
        if (declaration instanceof EnumDeclaration) {
            return TypeDecl.Kind.ENUM;
        }
        return declaration instanceof RecordDeclaration ? TypeDecl.Kind.RECORD : TypeDecl.Kind.ANNOTATION;
    }
}
