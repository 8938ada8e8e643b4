package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import java.util.List;
import java.util.Set;

/** Tells loops over records from loops that try again. */
final class Iterations {
    /** What asks a collection, an iterator or a result set whether there is more. */
    private static final Set<String> ASKING =
            Set.of("hasNext", "hasMoreElements", "hasMoreTokens", "next", "size", "length", "isEmpty", "readLine");

    private static final int MOST_ROUNDS = 8;

    private Iterations() {}

    /** Objects that a collection holds are visited one after the other; of other elements one stands for all. */
    static List<Term> rounds(Term element) {
        List<Term> objects = element.options();
        boolean known = objects.size() <= MOST_ROUNDS && objects.stream().allMatch(Iterations::isObject);
        return known ? objects : List.of(element);
    }

    /** Whether what is visited is known, so that what the visit does is done if there is anything to visit. */
    static boolean areObjects(List<Term> rounds) {
        return rounds.stream().allMatch(Iterations::isObject)
                && rounds.stream().anyMatch(Term.Reference.class::isInstance);
    }

    private static boolean isObject(Term term) {
        return term instanceof Term.Reference || term instanceof Term.Null;
    }

    static boolean isOverRecords(Expr condition) {
        if (condition instanceof Expr.Binary binary) {
            boolean untilNull = binary.operator().equals("!=") && binary.right() instanceof Expr.Null;
            if (untilNull) {
                return true;
            }
            return isOverRecords(binary.left()) || isOverRecords(binary.right());
        }
        if (condition instanceof Expr.Unary unary) {
            return isOverRecords(unary.operand());
        }
        if (condition instanceof Expr.Assign assign) {
            return isOverRecords(assign.value());
        }
        return (condition instanceof Expr.Call call && ASKING.contains(call.name()))
                || (condition instanceof Expr.FieldAccess access
                        && access.name().equals("length"));
    }
}
