package io.github.lambdadb.ir;

import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method or constructor ({@code <init>}). A record's canonical constructor is there even when it is not written; so are its
 * accessors. {@code hasBody} is false for abstract and native methods.
 */
public record Method(
        String owner,
        String name,
        List<Parameter> parameters,
        TypeName returnType,
        boolean isStatic,
        boolean isAbstract,
        boolean isPublic,
        boolean isVarargs,
        boolean isSynchronized,
        List<TypeDecl.Annotation> annotations,
        boolean hasBody,
        Stmt.Block body,
        Location at) {
    /** A parameter. */
    public record Parameter(String name, TypeName type, List<TypeDecl.Annotation> annotations) {
        public Parameter {
            annotations = List.copyOf(annotations);
        }
    }

    public Method {
        parameters = List.copyOf(parameters);
        annotations = List.copyOf(annotations);
    }

    /** {@code com.acme.Db.open(String,int)}: stable while the signature is. */
    public String signature() {
        return owner + "." + name + "("
                + parameters.stream()
                        .map(parameter -> parameter.type().simpleName()
                                + "[]".repeat(parameter.type().dimensions()))
                        .collect(Collectors.joining(","))
                + ")";
    }
}
