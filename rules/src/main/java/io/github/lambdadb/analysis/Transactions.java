package io.github.lambdadb.analysis;

import io.github.lambdadb.analysis.Openings.Held;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Begins and ends of transactions: by calls, by statements, and by work on a session that does not commit by itself. */
final class Transactions {
    private static final String COMMITS_ITSELF = "#autocommit";
    private static final Pattern BEGINS = Pattern.compile("(?i)^\\s*(begin|start\\s+transaction)\\b");
    private static final Pattern ENDS = Pattern.compile("(?i)^\\s*(commit|rollback(?!\\s+to)|end|abort)\\b");

    private final Machine machine;
    private final Sources sources;
    private final Reach reach;

    Transactions(Machine machine, Sources sources, Reach reach) {
        this.machine = machine;
        this.sources = sources;
        this.reach = reach;
    }

    /** A call on these sessions, reached with those sources, is about to be made. */
    void called(List<HeapObject> sessions, Set<HeapObject> roots, Expr.Call expr, List<Term> arguments) {
        switch (expr.name()) {
            case "setAutoCommit" -> sessions.forEach(session -> commitsItself(session, expr, arguments));
            case "commit", "rollback" -> {
                // with an argument it goes back to a savepoint
                if (arguments.isEmpty()) {
                    sessions.forEach(session -> machine.openings().ended(Held.TRANSACTION, session, expr.at()));
                }
            }
            default -> {
                if (expr.name().startsWith("execute")) {
                    sessions.forEach(session -> executed(session, roots, expr, arguments));
                }
            }
        }
    }

    /** A call on these has succeeded. */
    void succeeded(List<HeapObject> sessions, Expr.Call expr, List<Term> arguments) {
        boolean isStatement = expr.name().startsWith("execute")
                && arguments.stream()
                        .findFirst()
                        .flatMap(Texts::shown)
                        .filter(text -> BEGINS.matcher(text).find())
                        .isPresent();
        if (isStatement || expr.name().equals("begin") || expr.name().equals("beginTransaction")) {
            sessions.forEach(session -> begun(session, expr));
        }
    }

    /** What a session answers when it is asked whether it commits by itself; nothing where that is not known. */
    Optional<Term> commitsItself(Set<HeapObject> roots) {
        List<Term> known = roots.stream()
                .filter(reach::isSession)
                .map(session -> machine.read(session, COMMITS_ITSELF))
                .toList();
        return known.size() == 1
                ? Texts.exact(known.get(0))
                        .filter(text -> text.equals("true") || text.equals("false"))
                        .map(text -> new Term.Constant(Boolean.valueOf(text), Evidence.none()))
                : Optional.empty();
    }

    private void commitsItself(HeapObject session, Expr.Call expr, List<Term> arguments) {
        Optional<String> value = arguments.stream().findFirst().flatMap(Texts::exact);
        machine.write(session, COMMITS_ITSELF, new Term.Constant(value.orElse("?"), Evidence.none()));
        // a change commits, and what is not known may be one
        if (value.filter("false"::equals).isEmpty()) {
            machine.openings().ended(Held.TRANSACTION, session, expr.at());
        }
    }

    private void executed(HeapObject session, Set<HeapObject> roots, Expr.Call expr, List<Term> arguments) {
        Optional<String> sql = arguments.stream().findFirst().flatMap(Texts::shown);
        if (sql.filter(text -> ENDS.matcher(text).find()).isPresent()) {
            machine.openings().ended(Held.TRANSACTION, session, expr.at());
        } else if (commitsNothing(session, roots)) {
            begun(session, expr);
        }
    }

    /** Where one may be open already, it goes on. */
    private void begun(HeapObject session, Expr.Call expr) {
        if (!machine.openings().mayHold(Held.TRANSACTION, session)) {
            machine.openings().begun(Held.TRANSACTION, session, expr.at());
        }
    }

    /** Whether nothing is committed unless somebody says so, on every way that leads here. */
    private boolean commitsNothing(HeapObject session, Set<HeapObject> roots) {
        Term own = machine.read(session, COMMITS_ITSELF);
        if (!(own instanceof Term.Unset)) {
            return isFalse(own);
        }
        return roots.stream()
                .filter(root -> sources.modelOf(root).isPresent())
                .anyMatch(source -> isFalse(machine.read(source, SettingsBag.property(Property.AUTO_COMMIT))));
    }

    private static boolean isFalse(Term term) {
        return term.options().stream()
                .allMatch(option -> Texts.exact(option).filter("false"::equals).isPresent());
    }

    /** A session is closed, and its transaction with it. */
    void closed(Set<HeapObject> objects, Expr.Call expr) {
        objects.forEach(object -> machine.openings().ended(Held.TRANSACTION, object, expr.at()));
    }
}
