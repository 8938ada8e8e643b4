package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.List;

/** A method with a body, and the few things in which methods that nobody wrote differ. */
record MethodShape(Method method) {
    static MethodShape constructor(String owner, List<Method.Parameter> parameters, Stmt.Block body, Location at) {
        return new MethodShape(new Method(
                owner,
                "<init>",
                parameters,
                TypeNames.VOID,
                false,
                false,
                true,
                false,
                false,
                List.of(),
                true,
                body,
                at));
    }

    static MethodShape of(
            String owner,
            String name,
            List<Method.Parameter> parameters,
            TypeName result,
            List<Stmt> body,
            Location at) {
        Stmt.Block block = new Stmt.Block(body, at);
        return new MethodShape(new Method(
                owner, name, parameters, result, false, false, true, false, false, List.of(), true, block, at));
    }

    MethodShape isStatic() {
        return with(true, method.isPublic(), method.isVarargs(), method.annotations());
    }

    MethodShape isPublic(boolean value) {
        return with(method.isStatic(), value, method.isVarargs(), method.annotations());
    }

    MethodShape isVarargs(boolean value) {
        return with(method.isStatic(), method.isPublic(), value, method.annotations());
    }

    MethodShape withAnnotations(List<TypeDecl.Annotation> annotations) {
        return with(method.isStatic(), method.isPublic(), method.isVarargs(), annotations);
    }

    private MethodShape with(
            boolean isStatic, boolean isPublic, boolean isVarargs, List<TypeDecl.Annotation> annotations) {
        return new MethodShape(new Method(
                method.owner(),
                method.name(),
                method.parameters(),
                method.returnType(),
                isStatic,
                method.isAbstract(),
                isPublic,
                isVarargs,
                method.isSynchronized(),
                annotations,
                method.hasBody(),
                method.body(),
                method.at()));
    }
}
