package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CompletableFuture}: what a function computes elsewhere, as if it were computed here. */
final class FutureCalls {
    static final String TYPE = "java.util.concurrent.CompletableFuture";

    private final Interpreter interpreter;
    private final Machine machine;

    FutureCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    Optional<Term> create(String name, List<Term> arguments, Location at) {
        return switch (name) {
            case "supplyAsync", "runAsync" ->
                Optional.of(computed(name, arguments, at)).map(value -> holding(value, at));
            case "completedFuture" -> Optional.of(holding(arguments.get(0), at));
            default -> Optional.empty();
        };
    }

    /** What another thread computes; that it has done so is seen where its answer is asked for. */
    private Term computed(String name, List<Term> arguments, Location at) {
        Threads.Start start = new Threads.Start(name, new ThreadCalls(interpreter).crew(arguments), at, false);
        List<Term> values = new ArrayList<>();
        Threads threads = machine.threads();
        threads.run(
                threads.start(start),
                () -> interpreter
                        .functions()
                        .applyAny(arguments.get(0), List.of(), at)
                        .ifPresent(values::add));
        return values.isEmpty() ? Term.unknown("a function that is not known") : values.get(0);
    }

    private Term holding(Term value, Location at) {
        HeapObject future = Containers.create(machine, TYPE, at);
        machine.write(future, Containers.VALUE, value);
        return new Term.Reference(future);
    }

    Optional<Term> call(HeapObject future, Expr.Call expr, List<Term> arguments) {
        Term value = machine.read(future, Containers.VALUE);
        return switch (expr.name()) {
            case "join", "get", "resultNow" -> Optional.of(value);
            case "getNow" -> Optional.of(Join.of(value, arguments.get(0)));
            case "thenApply", "thenApplyAsync" -> Optional.of(holding(applied(value, arguments, expr.at()), expr.at()));
            case "thenCompose", "thenComposeAsync" -> Optional.of(applied(value, arguments, expr.at()));
            case "thenAccept", "thenAcceptAsync" -> {
                applied(value, arguments, expr.at());
                yield Optional.of(holding(Plain.NULL, expr.at()));
            }
            default -> Optional.empty();
        };
    }

    private Term applied(Term value, List<Term> arguments, Location at) {
        return interpreter
                .functions()
                .applyAny(arguments.get(0), List.of(value), at)
                .orElse(Term.unknown("a function that is not known"));
    }
}
