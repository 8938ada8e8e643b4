package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import java.util.List;

/** What a field or a parameter asks a container for: a type, by annotations and a name that may tell which one. */
record Request(TypeName type, List<TypeDecl.Annotation> annotations, String name) {
    Request {
        annotations = List.copyOf(annotations);
    }

    static Request of(Method.Parameter parameter) {
        return new Request(parameter.type(), parameter.annotations(), parameter.name());
    }

    static Request of(TypeDecl.Field field) {
        return new Request(field.type(), field.annotations(), field.name());
    }

    static Request of(TypeName type) {
        return new Request(type, List.of(), "");
    }
}
