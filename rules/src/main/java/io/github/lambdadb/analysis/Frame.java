package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One activation of a method, constructor, initialiser or lambda. */
final class Frame {
    private final int id;
    private final TypeDecl owner;
    private final String member;
    private final Term self;
    private final Optional<Frame> lexical;
    private final Optional<Frame> caller;
    private final Location callSite;
    private final int depth;
    private final String context;
    private final Store base;
    private boolean captured;
    private String marker = "";
    private final List<Outcome> returns = new ArrayList<>();
    private final Deque<Runnable> cleanups = new ArrayDeque<>();

    /** A value and what was written until it was returned. */
    record Outcome(Term value, Map<Key, Term> written) {}

    Frame(
            int id,
            TypeDecl owner,
            String member,
            Term self,
            Optional<Frame> lexical,
            Optional<Frame> caller,
            Location callSite,
            Store base) {
        this.id = id;
        this.owner = owner;
        this.member = member;
        this.self = self;
        this.lexical = lexical;
        this.caller = caller;
        this.callSite = callSite;
        this.base = base;
        this.depth = caller.map(frame -> frame.depth + 1).orElse(0);
        this.context = caller.map(frame ->
                        frame.context + ">" + callSite.file() + ":" + callSite.line() + ":" + callSite.column())
                .orElse("");
    }

    int id() {
        return id;
    }

    TypeDecl owner() {
        return owner;
    }

    String member() {
        return member;
    }

    Term self() {
        return self;
    }

    Optional<Frame> lexical() {
        return lexical;
    }

    Optional<Frame> caller() {
        return caller;
    }

    int depth() {
        return depth;
    }

    /** Distinguishes activations by their chain of call sites. */
    String context() {
        return context;
    }

    /** The state at the call. */
    Store base() {
        return base;
    }

    /** Tells the lambda that runs in this frame; empty for methods. */
    String marker() {
        return marker;
    }

    void marker(String text) {
        marker = text;
    }

    /** A lambda or a local class keeps the variables of this frame. */
    void capture() {
        captured = true;
    }

    boolean isCaptured() {
        return captured;
    }

    List<Outcome> returns() {
        return returns;
    }

    /** What runs before control leaves the try statements around the current statement, innermost first. */
    Deque<Runnable> cleanups() {
        return cleanups;
    }

    /** Runs the innermost cleanups, all but the given number; each sees only those outside of itself. */
    void cleanUp(int remaining) {
        List<Runnable> pending = new ArrayList<>();
        while (cleanups.size() > remaining) {
            pending.add(cleanups.element());
            cleanups.pop().run();
        }
        for (int i = pending.size() - 1; i >= 0; i--) {
            cleanups.push(pending.get(i));
        }
    }

    /** How often the member is active on this stack. */
    long activations(String signature) {
        return stack().stream().filter(frame -> frame.member.equals(signature)).count();
    }

    /** From the entry point to here. */
    List<Frame> stack() {
        List<Frame> frames = new ArrayList<>();
        for (Optional<Frame> frame = Optional.of(this); frame.isPresent(); frame = frame.orElseThrow().caller) {
            frames.add(0, frame.orElseThrow());
        }
        return frames;
    }

    /** The calls that lead here. */
    Evidence path() {
        List<Evidence.Step> steps = new ArrayList<>();
        for (Frame frame : stack()) {
            steps.add(new Evidence.Step(
                    frame.callSite, frame.depth == 0 ? "runs " + brief(frame.member) : "calls " + brief(frame.member)));
        }
        return new Evidence(steps);
    }

    /** {@code Db.open} of {@code com.acme.Db.open(String)}. */
    static String brief(String member) {
        int handler = member.indexOf("::");
        if (handler >= 0) {
            return member.substring(member.lastIndexOf('.', handler) + 1);
        }
        int bracket = member.indexOf('(');
        String name = bracket < 0 ? member : member.substring(0, bracket);
        int dot = name.lastIndexOf('.');
        int before = dot < 0 ? -1 : name.lastIndexOf('.', dot - 1);
        return name.substring(before + 1)
                .replace(".<clinit>", "'s static initialiser")
                .replace(".<init>", "'s constructor");
    }
}
