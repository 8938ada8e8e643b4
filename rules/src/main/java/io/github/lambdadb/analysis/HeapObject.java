package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * An object of the abstract heap: one for each creation site, calling context and epoch.
 *
 * @param type the qualified name of its class
 * @param epoch 0: initialisation; 1: the first invocation; 2: a later one
 * @param shape what kind of object it is
 * @param member the signature of the method that creates it
 * @param name the variable or field it is first assigned to, or empty
 * @param path from the handler to the creation
 * @param callers the signatures of the methods on the stack at creation
 */
record HeapObject(
        int id,
        String type,
        Location site,
        int epoch,
        Shape shape,
        String member,
        String name,
        Evidence path,
        List<String> callers) {
    /** What kind of object. */
    sealed interface Shape {
        /** Of a class of the sources; {@code scope} is the frame around a local or anonymous class. */
        record Instance(TypeDecl declaration, Optional<Frame> scope, Term outer) implements Shape {}

        /** A lambda with the frame it was made in. */
        record Closure(Expr.Lambda lambda, Frame frame) implements Shape {}

        /** A method reference; for {@code Type::method} the target is opaque and {@code type} says which. */
        record Bound(Expr.MethodReference reference, Term target, Frame frame) implements Shape {}

        /** Made by a library that a knowledge file describes; {@code makesSource} if it is a pool, data source or connection. */
        record Product(SourceModel model, boolean makesSource) implements Shape {}

        /** Works on the sources, connections or handles it was made from. */
        record Handle() implements Shape {}

        /** A map, collection, optional, reference or buffer of the JDK. */
        record Container() implements Shape {}

        /** Something of a class of the sources that came from outside: its fields may hold anything. */
        record Foreign(TypeDecl declaration) implements Shape {}
    }

    Optional<TypeDecl> declaration() {
        if (shape instanceof Shape.Instance instance) {
            return Optional.of(instance.declaration());
        }
        return shape instanceof Shape.Foreign foreign ? Optional.of(foreign.declaration()) : Optional.empty();
    }

    boolean isFunction() {
        return shape instanceof Shape.Closure || shape instanceof Shape.Bound;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeapObject object && object.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return type + "@" + site;
    }
}
