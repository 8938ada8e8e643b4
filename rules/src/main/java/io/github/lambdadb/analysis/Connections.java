package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.CallModel;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Connections, sessions and what works on them: borrowed, used, tested, closed. */
final class Connections {
    /** Statements that leave something in the session: what they do to it is said by the driver's file. */
    private static final Pattern SESSION_WORK = Pattern.compile(
            "(?i)^\\s*(set|listen|load|lock\\s+tables?|prepare|declare)\\s|\\b(create\\s+(local\\s+|global\\s+)?temp(orary)?\\s"
                    + "|get_lock\\s*\\(|pg_(try_)?advisory_lock)");

    /** The objects a handle works on. */
    static final String OF = "#of";

    /** SET statements that were run on a session. */
    static final String STATEMENT = "#statement";

    /** Calls of an exception handler that tidy up after a failure and are no use of the session. */
    private static final Set<String> CLEANING = Set.of("rollback", "setAutoCommit", "clear");

    /** What every object has, and no library asks a database for. */
    private static final Set<String> OF_OBJECTS = Set.of("toString", "hashCode", "equals", "getClass");

    /** Beginnings of names that libraries share which have nothing to do with each other. */
    private static final Set<String> SHARED = Set.of(
            "com.amazonaws",
            "com.github",
            "com.google",
            "com.microsoft",
            "io.github",
            "net.sf",
            "org.apache",
            "org.apache.commons",
            "org.eclipse",
            "software.amazon");

    static final String SQL_EXCEPTION = "java.sql.SQLException";

    static final String SESSION = "#session";
    private static final String FAMILY = "#family";
    private final Machine machine;
    private final Sources sources;
    private final Reach reach;
    private final NestedBorrows nestedBorrows;
    private final ParallelBorrows parallelBorrows;
    private final Sharings sharings;
    private final SchemaChanges schemaChanges;
    private final Transactions transactions;
    private final SessionStates sessionStates;
    private final WholeReads wholeReads;

    Connections(Machine machine, Sources sources) {
        this.machine = machine;
        this.sources = sources;
        this.reach = new Reach(machine, sources);
        this.nestedBorrows = new NestedBorrows(machine, reach);
        this.parallelBorrows = new ParallelBorrows(machine, reach);
        this.sharings = new Sharings(machine, sources, reach);
        this.schemaChanges = new SchemaChanges(machine);
        this.sessionStates = new SessionStates(machine);
        this.wholeReads = new WholeReads(machine);
        this.transactions = new Transactions(machine, sources, reach);
    }

    SessionStates sessionStates() {
        return sessionStates;
    }

    WholeReads wholeReads() {
        return wholeReads;
    }

    Reach reach() {
        return reach;
    }

    /** An object that works on others. */
    Term.Reference handle(String type, String family, List<Term> behind, Location at) {
        HeapObject handle = machine.allocate(type, at, new HeapObject.Shape.Handle());
        machine.write(handle, OF, Join.of(behind));
        machine.write(handle, FAMILY, new Term.Constant(family, Evidence.none()));
        return new Term.Reference(handle);
    }

    /** A call on an object that works on a connection, or on a source of them. */
    Optional<Term> call(Term.Reference receiver, Expr.Call expr, List<Term> arguments) {
        HeapObject object = receiver.object();
        if (!reach.isTracked(object) || OF_OBJECTS.contains(expr.name())) {
            return Optional.empty();
        }
        String name = expr.name();
        wholeReads.called(object, expr);
        List<CallModel> models = models(object);
        for (CallModel model : models) {
            if (CallModel.names(model.validates(), name)) {
                return Optional.of(validates(receiver, expr));
            }
            if (CallModel.names(model.closes(), name)) {
                return Optional.of(closes(receiver, expr));
            }
            if (CallModel.names(model.borrows(), name)) {
                return Optional.of(borrows(receiver, expr, arguments));
            }
            if (CallModel.names(model.registers(), name) && !arguments.isEmpty()) {
                reach.tracked(arguments).forEach(term -> machine.add(object, OF, term));
                return Optional.of(arguments.get(0));
            }
            if (CallModel.names(model.evicts(), name)) {
                reach.roots(object).forEach(root -> {
                    event(Recorder.Kind.EVICTED, root, true, expr);
                    machine.openings().evicted(root, expr.at());
                });
                return Optional.of(Plain.NULL);
            }
            if (CallModel.names(model.bookkeeping(), name)) {
                return Optional.of(bookkeeping(receiver, expr, model, arguments));
            }
        }
        for (CallModel model : models) {
            if (CallModel.names(model.queries(), name)) {
                Set<HeapObject> roots = reach.roots(object);
                List<HeapObject> sessions =
                        roots.stream().filter(reach::isSession).toList();
                transactions.called(sessions, roots, expr, arguments);
                sessionStates.called(object, sessions, expr, arguments);
                mayFail(receiver, model, expr);
                transactions.succeeded(sessions, expr, arguments);
                sessionStates.succeeded(object, sessions, expr, arguments);
                boolean cleansUp = machine.isHandling() && CLEANING.contains(name);
                Set<HeapObject> used = reach.usedRoots(receiver);
                reach.guardedRoots(receiver)
                        .forEach((root, guarded) ->
                                event(Recorder.Kind.QUERIED, root, guarded || cleansUp, !used.contains(root), expr));
                markUsed(receiver, used);
                roots.forEach(root -> machine.openings().lent(root, expr.at()));
                sharings.used(roots, expr);
                sqlSeen(roots, expr, arguments);
                sent(object, roots, expr, arguments);
                schemaChanges.called(model, expr, arguments);
                return Optional.of(derived(receiver, expr, arguments));
            }
        }
        Optional<Term> plain = models.isEmpty() ? asDataSource(receiver, expr, arguments) : Optional.empty();
        if (plain.isPresent()) {
            return plain;
        }
        clientInfo(object, expr, arguments);
        models.stream()
                .filter(model -> isJdbc(model) && CallModel.names(model.derives(), name))
                .forEach(model -> mayFail(receiver, model, expr));
        return models.stream().anyMatch(model -> CallModel.names(model.derives(), name))
                ? Optional.of(derived(receiver, expr, arguments))
                : Optional.empty();
    }

    /** What the names say of a source whose class cannot be looked at. */
    private Optional<Term> asDataSource(Term.Reference receiver, Expr.Call expr, List<Term> arguments) {
        if (sources.modelOf(receiver.object()).isEmpty()) {
            return Optional.empty();
        }
        return switch (expr.name()) {
            case "getConnection" -> Optional.of(borrows(receiver, expr, arguments));
            case "close" -> Optional.of(closes(receiver, expr));
            default -> Optional.empty();
        };
    }

    private static boolean isJdbc(CallModel model) {
        return model.type().startsWith("java.sql.") || model.type().startsWith("javax.sql.");
    }

    /** The call needs what it is made on to be open, and may fail. */
    private void mayFail(Term.Reference receiver, CallModel model, Expr.Call expr) {
        reach.roots(receiver.object()).forEach(root -> machine.recorder().usedClosed(root, machine, expr));
        machine.mayRaise(isJdbc(model) ? SQL_EXCEPTION : Exits.ANY, expr.at(), expr.name());
    }

    /** By the object's type; for one whose type is not known, by the library it came from. */
    private List<CallModel> models(HeapObject object) {
        String type = machine.types().typeOf(object);
        List<CallModel> exact = machine.types().calls(type);
        if (!exact.isEmpty() || !type.equals("?")) {
            return exact;
        }
        String family = Texts.exact(machine.read(object, FAMILY)).orElse("?");
        String prefix = prefix(family);
        return machine.catalog().calls().stream()
                .filter(model -> !prefix.isEmpty() && model.type().startsWith(prefix))
                .toList();
    }

    /** {@code org.jooq.} of {@code org.jooq.impl.DSL}, and {@code org.apache.ibatis.} below a name that many libraries share. */
    private static String prefix(String type) {
        int end = type.indexOf('.', type.indexOf('.') + 1);
        while (end > 0 && SHARED.contains(type.substring(0, end))) {
            end = type.indexOf('.', end + 1);
        }
        return type.substring(0, end + 1);
    }

    private Term derived(Term.Reference receiver, Expr.Call expr, List<Term> arguments) {
        HeapObject object = receiver.object();
        String type = machine.types()
                .returnType(machine.types().typeOf(object), expr.name(), arguments.size())
                .map(TypeName::name)
                .orElse("?");
        if (type.equals("boolean") || type.equals("int") || type.equals("void") || type.equals("long")) {
            return new Term.Opaque(TypeName.of(type), "what the database answers");
        }
        if (machine.types().declaration(type).isPresent()
                && machine.types().calls(type).isEmpty()) {
            return new Term.Opaque(TypeName.of(type), "an object of the project, read from the database");
        }
        String family = machine.types().typeOf(object);
        if (family.equals("?")) {
            family = Texts.exact(machine.read(object, FAMILY)).orElse("?");
        }
        Term.Reference handle = handle(type, family, List.of(receiver), expr.at());
        if (expr.name().startsWith("prepare") && !arguments.isEmpty()) {
            machine.write(handle.object(), SessionStates.PREPARED, arguments.get(0));
        }
        return handle;
    }

    private Term validates(Term.Reference receiver, Expr.Call expr) {
        HeapObject object = receiver.object();
        event(Recorder.Kind.VALIDATED, object, true, expr);
        List<HeapObject> sessions =
                reach.roots(object).stream().filter(reach::isSession).toList();
        HeapObject tested = sessions.isEmpty() ? object : sessions.get(0);
        if (machine.openings().isClosed(tested)) {
            return new Term.Constant(false, Evidence.none());
        }
        return new Term.Test(TestKind.VALID, tested, true);
    }

    private Term bookkeeping(Term.Reference receiver, Expr.Call expr, CallModel model, List<Term> arguments) {
        HeapObject object = receiver.object();
        reach.guardedRoots(receiver).forEach((root, guarded) -> event(Recorder.Kind.BOOKKEEPING, root, guarded, expr));
        if (expr.name().equals("getAutoCommit")) {
            return transactions.commitsItself(reach.roots(object)).orElseGet(() -> derived(receiver, expr, arguments));
        }
        if (CallModel.names(model.derives(), expr.name()) || !expr.name().startsWith("is")) {
            return derived(receiver, expr, arguments);
        }
        return switch (expr.name()) {
            case "isClosed" -> closedTest(object, true);
            case "isOpen" -> closedTest(object, false);
            case "isActive", "isInTransaction" -> new Term.Test(TestKind.IN_TRANSACTION, object, true);
            default -> new Term.Test(TestKind.BOOKKEEPING, object, true);
        };
    }

    /** What the object itself remembers, which is what this program has done to it. */
    private Term closedTest(HeapObject object, boolean whenClosed) {
        Openings openings = machine.openings();
        if (openings.isClosed(object)) {
            return new Term.Constant(whenClosed, Evidence.none());
        }
        boolean surelyOpen = object.epoch() == machine.epoch() && !openings.mayBe(object, Openness.Kind.CLOSED);
        return surelyOpen
                ? new Term.Constant(!whenClosed, Evidence.none())
                : new Term.Test(TestKind.CLOSED, object, whenClosed);
    }

    /** Code that was not seen gets these, and may close them. */
    void giveAway(List<Term> tracked, Location at) {
        for (Term term : tracked) {
            HeapObject object = ((Term.Reference) term).object();
            machine.openings().givenAway(object, at);
            reach.nearestRoots(object).forEach(root -> machine.openings().givenAway(root, at));
        }
    }

    /** A static method that closes what it is given. */
    void closeAll(List<Term> arguments, Expr.Call expr) {
        List<Term> tracked = reach.tracked(arguments);
        List<Term> sessions = tracked.stream()
                .filter(term -> sources.modelOf(((Term.Reference) term).object())
                        .filter(model -> model.kind() != ConnectionSource.Kind.CONNECTION)
                        .isEmpty())
                .toList();
        // where a session is given back to its source, the source stays open
        (sessions.isEmpty() ? tracked : sessions).forEach(term -> closes((Term.Reference) term, expr));
    }

    /** A static method that borrows from what it is given. */
    Optional<Term> borrowFrom(List<Term> arguments, Expr.Call expr) {
        return reach.tracked(arguments).stream()
                .findFirst()
                .map(source -> borrows((Term.Reference) source, expr, List.of()));
    }

    private Term closes(Term.Reference receiver, Expr.Call expr) {
        Set<HeapObject> closed = new LinkedHashSet<>(List.of(receiver.object()));
        reach.nearestRoots(receiver.object()).stream()
                .filter(root -> closesToo(receiver.object(), root))
                .forEach(closed::add);
        closed.forEach(object -> event(Recorder.Kind.CLOSED, object, true, expr));
        sharings.used(closed, expr);
        machine.store().marked(closed, Term.Reference::closed).forEach((key, term) -> {
            machine.store().put(key, term);
            machine.closed(key, term);
        });
        transactions.closed(closed, expr);
        closed.stream()
                .filter(object -> !reach.isBorrowed(object) || !isOfKeptPool(object))
                .forEach(object -> machine.openings().ended(Openings.Held.STATE, object, expr.at()));
        sessionsOf(closed).forEach(session -> machine.openings().closed(session, expr.at()));
        closed.forEach(object -> machine.openings().closed(object, expr.at()));
        return Plain.NULL;
    }

    /** What is given back to a pool goes on with all that was set in it. */
    private boolean isOfKeptPool(HeapObject session) {
        return reach.roots(session).stream()
                .flatMap(root -> sources.modelOf(root).stream())
                .anyMatch(model -> model.kind() == ConnectionSource.Kind.POOL
                        || model.kind() == ConnectionSource.Kind.SINGLE_SESSION);
    }

    /** Whether closing the object closes what it works on: a statement does not, and only a wrapper of a pool closes the pool. */
    private boolean closesToo(HeapObject object, HeapObject root) {
        List<CallModel> models = models(object);
        return reach.isSession(root)
                ? models.isEmpty()
                        || models.stream().anyMatch(model -> !model.closes().isEmpty())
                : models.stream()
                        .anyMatch(model -> (model.wraps() || !model.registers().isEmpty())
                                && CallModel.names(model.closes(), "close"));
    }

    /** Who closes a pool closes the sessions that it lent. */
    private List<HeapObject> sessionsOf(Set<HeapObject> sources) {
        return machine.recorder().sessions().stream()
                .filter(session -> machine.openings().mayBe(session, Openness.Kind.OPEN))
                .filter(session -> reach.roots(session).stream().anyMatch(sources::contains))
                .toList();
    }

    private Term borrows(Term.Reference receiver, Expr.Call expr, List<Term> arguments) {
        HeapObject object = receiver.object();
        Optional<SourceModel> model = sources.modelOf(object);
        reach.roots(object).forEach(root -> machine.recorder().usedClosed(root, machine, expr));
        machine.mayRaise(expr.name().equals("getConnection") ? SQL_EXCEPTION : Exits.ANY, expr.at(), expr.name());
        reach.guardedRoots(receiver).forEach((root, guarded) -> event(Recorder.Kind.BORROWED, root, guarded, expr));
        reach.roots(object).forEach(root -> machine.openings().lent(root, expr.at()));
        String type = machine.types()
                .returnType(machine.types().typeOf(object), expr.name(), arguments.size())
                .map(TypeName::name)
                .orElse(expr.name().equals("getConnection") ? "java.sql.Connection" : "?");
        Term.Reference session =
                handle(type, model.isPresent() ? "?" : machine.types().typeOf(object), List.of(receiver), expr.at());
        machine.recorder().session(session.object());
        machine.recorder().event(Recorder.Kind.BORROWED, session.object(), machine, true, true, expr.at(), expr.name());
        machine.write(session.object(), SESSION, new Term.Constant(true, Evidence.none()));
        if (isOwed(object, type, expr.name())) {
            nestedBorrows.borrowed(session.object(), expr);
            parallelBorrows.borrowed(session.object(), expr);
            machine.openings().opened(session.object(), expr.at());
        }
        return session;
    }

    /** A source that is only known by its type lends all the same: what is borrowed has to be closed. */
    Optional<Term> borrowFromUnseen(Term receiver, Expr.Call expr, List<Term> arguments) {
        if (!(receiver instanceof Term.Opaque opaque)) {
            return Optional.empty();
        }
        String type = opaque.type().name();
        boolean borrows =
                machine.types().calls(type).stream().anyMatch(model -> CallModel.names(model.borrows(), expr.name()));
        return borrows
                ? Optional.of(borrows(handle(type, type, List.of(), expr.at()), expr, arguments))
                : Optional.empty();
    }

    /** Whether who borrows has to close: not what a framework manages, nor the one session that all share. */
    private boolean isOwed(HeapObject lender, String type, String method) {
        boolean closable =
                machine.types().calls(type).stream().anyMatch(model -> CallModel.names(model.closes(), "close"));
        boolean shared = models(lender).stream().anyMatch(model -> CallModel.names(model.shares(), method))
                || reach.roots(lender).stream()
                        .flatMap(root -> sources.modelOf(root).stream())
                        .anyMatch(model -> model.kind() == ConnectionSource.Kind.SINGLE_SESSION);
        return closable && !shared;
    }

    private void clientInfo(HeapObject object, Expr.Call expr, List<Term> arguments) {
        if (expr.name().equals("setClientInfo") && arguments.size() == 2) {
            String key = Texts.exact(arguments.get(0)).orElse("?");
            for (HeapObject root : reach.roots(object)) {
                machine.write(root, "#clientInfo:" + key, arguments.get(1).because(expr.at(), "setClientInfo"));
            }
        }
    }

    /** SQL that is known to the letter is remembered, for it may set what the session is called or how long it idles. */
    private void sqlSeen(Set<HeapObject> roots, Expr.Call expr, List<Term> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        Texts.shown(arguments.get(0))
                .filter(Connections::concernsTheSession)
                .ifPresent(sql -> roots.forEach(root -> machine.add(
                        root, STATEMENT, new Term.Constant(sql, Evidence.of(expr.at(), "runs " + firstWords(sql))))));
    }

    /** A statement has been sent. */
    private void sent(HeapObject handle, Set<HeapObject> roots, Expr.Call expr, List<Term> arguments) {
        boolean waits = transactions
                .commitsItself(roots)
                .filter(known -> known instanceof Term.Constant constant
                        && constant.value().equals(false))
                .isPresent();
        SessionStates.sent(machine, handle, expr, arguments).ifPresent(sql -> {
            machine.repetitions().ran(sql, !waits, roots.stream().noneMatch(reach::isSession));
            wholeReads.sent(handle, sql, expr);
        });
    }

    /** What sets something for the session, or makes something that only the session has. */
    private static boolean concernsTheSession(String sql) {
        return SESSION_WORK.matcher(sql).find();
    }

    private static String firstWords(String sql) {
        String[] words = sql.strip().split("\\s+", 3);
        return words.length > 1 ? words[0] + " " + words[1] : words[0];
    }

    /** A session that has answered lives. */
    private void markUsed(Term.Reference receiver, Set<HeapObject> before) {
        Set<HeapObject> answered = new LinkedHashSet<>(reach.roots(receiver.object()));
        answered.removeAll(before);
        if (!answered.isEmpty()) {
            machine.store()
                    .marked(answered, reference -> reference.used(machine.epoch()))
                    .forEach(machine.store()::put);
        }
    }

    private void event(Recorder.Kind kind, HeapObject object, boolean validated, Expr.Call expr) {
        event(kind, object, validated, true, expr);
    }

    private void event(Recorder.Kind kind, HeapObject object, boolean validated, boolean isFirst, Expr.Call expr) {
        boolean guarded = validated
                || object.epoch() == machine.epoch()
                || machine.openings().isClosed(object);
        machine.recorder().event(kind, object, machine, guarded, isFirst, expr.at(), expr.name());
    }

    /** A null check of a session decides whether a new one is opened. */
    void nullChecked(Term term, Location at) {
        for (Term option : term.options()) {
            if (option instanceof Term.Reference reference && reach.isTracked(reference.object())) {
                for (HeapObject root : reach.roots(reference.object())) {
                    machine.recorder().event(Recorder.Kind.NULL_CHECKED, root, machine, false, true, at, "== null");
                }
            }
        }
    }
}
