package io.github.lambdadb.analysis;

import io.github.lambdadb.analysis.Openings.Held;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What statements set in a session that another one sees later, and what undoes it. */
final class SessionStates {
    /** The statement that a prepared one was made of. */
    static final String PREPARED = "#sql";

    private static final int LONGEST = 4_000;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Settings: whoever sets the same in each invocation sees nothing of another one's. */
    private static final Pattern SETS =
            Pattern.compile("(?i)^\\s*(set\\s+(?!local\\b|transaction\\b|constraints\\b|names\\b|autocommit\\b)|use\\s)"
                    + "|\\bset_config\\s*\\([^)]*,\\s*false\\s*\\)");

    /** Things that are there, or held, until they are given up. */
    private static final Pattern HOLDS = Pattern.compile("(?i)^\\s*create\\s+(local\\s+|global\\s+)?temp(orary)?\\s"
            + "|\\bpg_(try_)?advisory_lock(_shared)?\\s*\\(|\\bget_lock\\s*\\(");

    private static final Pattern UNDOES =
            Pattern.compile("(?i)^\\s*(reset|discard|drop\\s+(temporary\\s+)?table)\\b|\\bto\\s+default\\b"
                    + "|\\bpg_advisory_unlock|\\brelease_(all_)?locks?\\s*\\(");

    /** Of a temporary table that ends with its transaction. */
    private static final Pattern SHORT_LIVED = Pattern.compile("(?i)\\bon\\s+commit\\s+drop\\b");

    private final Machine machine;
    private final Map<HeapObject, Left> left = new LinkedHashMap<>();

    SessionStates(Machine machine) {
        this.machine = machine;
    }

    /**
     * What an invocation leaves in a session.
     *
     * @param what the beginning of the statement
     * @param isFromEvent whether its value comes from the event
     * @param isKnown whether it is known that the value differs, or that something is held
     */
    record Left(String what, boolean isFromEvent, boolean isKnown, Location at, String member) {}

    /** What sessions were left with, the worst of each. */
    Map<HeapObject, Left> all() {
        return left;
    }

    /** A call on these that needs a live session is about to be made. */
    void called(HeapObject handle, List<HeapObject> sessions, Expr.Call expr, List<Term> arguments) {
        Term sql = sql(handle, expr, arguments);
        if (Texts.shown(sql).filter(text -> UNDOES.matcher(text).find()).isPresent()) {
            sessions.forEach(session -> machine.openings().ended(Held.STATE, session, expr.at()));
        }
    }

    /** A call on these has succeeded. */
    void succeeded(HeapObject handle, List<HeapObject> sessions, Expr.Call expr, List<Term> arguments) {
        Term sql = sql(handle, expr, arguments);
        Optional<String> text =
                Texts.shown(sql).filter(known -> !UNDOES.matcher(known).find());
        if (machine.epoch() > 0 && text.isPresent()) {
            leaves(sql, text.get())
                    .ifPresent(kind -> sessions.forEach(session -> leaves(session, text.get(), kind, expr.at())));
        }
    }

    private void leaves(HeapObject session, String sql, Kind kind, Location at) {
        machine.openings().begun(Held.STATE, session, at);
        Left one = new Left(
                words(sql),
                kind.isFromEvent(),
                kind.isKnown(),
                at,
                machine.frame().member());
        left.merge(session, one, (first, next) -> next.isFromEvent() && !first.isFromEvent() ? next : first);
    }

    /**
     * The statement that a call sends, whatever the library: its own text, or the one that it was prepared with, on one line with
     * single spaces. A very long one is none: whoever looks at it with patterns would look for long.
     */
    static Optional<String> sent(Machine machine, HeapObject handle, Expr.Call expr, List<Term> arguments) {
        if (expr.name().startsWith("prepare")) {
            return Optional.empty();
        }
        return arguments.stream()
                .findFirst()
                .flatMap(Texts::shown)
                .or(() -> Texts.shown(machine.read(handle, PREPARED)))
                .map(sql -> BLANKS.matcher(sql.strip()).replaceAll(" "))
                .filter(sql -> sql.length() <= LONGEST);
    }

    private Term sql(HeapObject handle, Expr.Call expr, List<Term> arguments) {
        if (!expr.name().startsWith("execute")) {
            return Plain.UNSET;
        }
        return arguments.isEmpty() ? machine.read(handle, PREPARED) : arguments.get(0);
    }

    /** How a statement leaves something. */
    private record Kind(boolean isFromEvent, boolean isKnown) {}

    private static Optional<Kind> leaves(Term sql, String text) {
        if (HOLDS.matcher(text).find() && !SHORT_LIVED.matcher(text).find()) {
            return Optional.of(new Kind(false, true));
        }
        if (!SETS.matcher(text).find()) {
            return Optional.empty();
        }
        List<PartKind> kinds = Texts.parts(sql).stream().map(Term.Part::kind).toList();
        boolean isFromEvent = kinds.contains(PartKind.EVENT);
        boolean isParameter = text.contains("?") && kinds.stream().allMatch(PartKind.LITERAL::equals);
        return isFromEvent || isParameter || kinds.contains(PartKind.UNKNOWN)
                ? Optional.of(new Kind(isFromEvent, isFromEvent || isParameter))
                : Optional.empty();
    }

    private static String words(String sql) {
        String[] words = sql.strip().replaceAll("\\$\\{[^}]*}.*", "").split("\\s+", 4);
        return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)))
                .toUpperCase(Locale.ROOT);
    }
}
