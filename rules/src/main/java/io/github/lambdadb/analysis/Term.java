package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;

/** What an expression may be when the program is run abstractly. */
sealed interface Term {
    /** The step of a literal in code. */
    String WRITTEN = Evidence.WRITTEN;

    /** A String, Integer, Long, Double, Float, Boolean or Character. */
    record Constant(Object value, Evidence evidence) implements Term {}

    /** {@code null}. */
    record Null() implements Term {}

    /** A field or setting that nothing has written. */
    record Unset() implements Term {}

    /** A string of which some parts are known. */
    record Text(List<Part> parts, Evidence evidence) implements Term {
        public Text {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a {@link Text}: a literal, or the name of what stands for an unknown piece. */
    record Part(PartKind kind, String text) {}

    /**
     * An object of the abstract heap, with what this path knows of it: the epochs in which it asked whether it lives and in
     * which it used it with success, or -1, and whether it closed it.
     */
    record Reference(HeapObject object, int validatedIn, int usedIn, boolean isClosed) implements Term {
        Reference(HeapObject object) {
            this(object, -1, -1, false);
        }

        Reference validated(int epoch) {
            return new Reference(object, epoch, usedIn, isClosed);
        }

        Reference used(int epoch) {
            return new Reference(object, validatedIn, epoch, isClosed);
        }

        Reference closed() {
            return new Reference(object, validatedIn, usedIn, true);
        }
    }

    /** One of several, none of them a choice itself. */
    record Choice(List<Term> options) implements Term {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Anything of a type; it may have been made of what is {@link Carried}. */
    record Opaque(TypeName type, String reason, List<Part> carried) implements Term {
        public Opaque {
            carried = List.copyOf(carried);
        }

        Opaque(TypeName type, String reason) {
            this(type, reason, List.of());
        }
    }

    /** The truth of a test of an object: whether it is valid, or whether a bookkeeping call says so. */
    record Test(TestKind kind, HeapObject object, boolean positive) implements Term {}

    /** What an invocation is called with. */
    static Opaque event(TypeName type) {
        boolean isContext = type.name().equals("com.amazonaws.services.lambda.runtime.Context");
        return new Opaque(type, "the event", isContext ? List.of() : List.of(new Part(PartKind.EVENT, "the event")));
    }

    static Opaque unknown(String reason) {
        return new Opaque(TypeName.unresolved("?"), reason);
    }

    static Constant constant(Object value, Location at, String text) {
        return new Constant(value, Evidence.of(at, text));
    }

    /** The alternatives: itself unless it is a choice. */
    default List<Term> options() {
        return this instanceof Choice choice ? choice.options() : List.of(this);
    }

    default Evidence why() {
        if (this instanceof Constant constant) {
            return constant.evidence();
        }
        return this instanceof Text text ? text.evidence() : Evidence.none();
    }

    /** The same with one more step of evidence. */
    default Term because(Location at, String text) {
        if (this instanceof Constant constant) {
            return new Constant(constant.value(), constant.evidence().then(Evidence.of(at, text)));
        }
        if (this instanceof Text known) {
            return new Text(known.parts(), known.evidence().then(Evidence.of(at, text)));
        }
        if (this instanceof Choice choice) {
            return new Choice(choice.options().stream()
                    .map(option -> option.because(at, text))
                    .toList());
        }
        return this;
    }

    /** Whether two terms say the same, whatever the evidence. */
    default boolean says(Term other) {
        if (this instanceof Constant mine && other instanceof Constant its) {
            return mine.value().equals(its.value());
        }
        if (this instanceof Text mine && other instanceof Text its) {
            return mine.parts().equals(its.parts());
        }
        if (this instanceof Opaque mine && other instanceof Opaque its) {
            return mine.type().equals(its.type());
        }
        return equals(other);
    }
}
