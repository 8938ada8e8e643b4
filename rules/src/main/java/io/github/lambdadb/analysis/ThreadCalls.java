package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.ThreadModel;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Calls that let other threads work, and calls that wait for them. */
final class ThreadCalls {
    private static final String THREADS = "#threads";
    private static final Set<String> WAITS = Set.of("join", "get", "await", "awaitTermination", "block", "resultNow");

    private final Interpreter interpreter;
    private final Machine machine;

    ThreadCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** An executor that the call makes, if it is known how many threads it has. */
    Optional<Term> create(String type, String name, List<Term> arguments, Location at) {
        return models(type).stream()
                .filter(model -> model.type().equals(type))
                .flatMap(model -> Optional.ofNullable(model.sizes().get(name)).stream())
                .filter(size -> !isFunctionGiven(arguments))
                .findFirst()
                .map(size -> {
                    String made = name.equals("<init>")
                            ? type
                            : machine.types()
                                    .returnType(type, name, arguments.size())
                                    .map(TypeName::name)
                                    .orElse("java.util.concurrent.ExecutorService");
                    HeapObject executor = Containers.create(machine, made, at);
                    machine.write(executor, THREADS, number(size, arguments, at));
                    return new Term.Reference(executor);
                });
    }

    private boolean isFunctionGiven(List<Term> arguments) {
        return arguments.stream()
                .anyMatch(argument -> argument.options().stream().anyMatch(interpreter.functions()::isFunction));
    }

    private static Term number(ThreadModel.Size size, List<Term> arguments, Location at) {
        return size.argument() >= 0 && size.argument() < arguments.size()
                ? arguments.get(size.argument())
                : Term.constant(size.most(), at, "has that many threads");
    }

    /** A call on an object that may wait for what others do: by its type, or by its name where nothing is known of the object. */
    void waited(Term receiver, String name) {
        if (machine.threads().isBusy()) {
            Optional<String> type = machine.types()
                    .typeOf(receiver)
                    .filter(known -> !known.equals("?") && !known.equals("java.lang.Object"));
            type.ifPresentOrElse(known -> waited(known, name), () -> {
                if (WAITS.contains(name)) {
                    machine.threads().allOver();
                }
            });
        }
    }

    /** A call of a static method of the type, or on an object of it. */
    void waited(String type, String name) {
        if (!machine.threads().isBusy()) {
            return;
        }
        List<ThreadModel> models = models(type);
        if (models.stream().anyMatch(model -> model.joins().contains(name))) {
            machine.threads().allOver();
        }
        if (models.stream().anyMatch(model -> model.follows().contains(name))) {
            machine.threads().followed();
        }
    }

    /** Code that was not seen gets what started work, or stands for it, and may wait for it. */
    void givenAway(String type, String name, List<Term> arguments) {
        boolean mayWait = machine.threads().isBusy()
                && models(type).stream()
                        .noneMatch(model ->
                                model.starts().contains(name) || model.repeats().contains(name))
                && arguments.stream().flatMap(term -> term.options().stream()).anyMatch(this::mayStandForWork);
        if (mayWait) {
            machine.threads().allOver();
        }
    }

    private boolean mayStandForWork(Term term) {
        boolean isContainer = term instanceof Term.Reference reference
                && reference.object().shape() instanceof HeapObject.Shape.Container;
        return isContainer
                || machine.types()
                        .typeOf(term)
                        .filter(type -> !models(type).isEmpty())
                        .isPresent();
    }

    /** Runs what a call is given as another thread does; false if it starts none. */
    boolean run(Term receiver, String type, Expr.Call expr, List<Term> arguments) {
        String name = expr.name();
        List<ThreadModel> models = models(type);
        boolean repeats = models.stream().anyMatch(model -> model.repeats().contains(name));
        boolean starts =
                repeats || models.stream().anyMatch(model -> model.starts().contains(name));
        boolean completes = models.stream().anyMatch(model -> model.completes().contains(name));
        if (!starts && !completes) {
            return false;
        }
        Threads.Start start = new Threads.Start(name, crew(receiver, arguments, models, name), expr.at(), repeats);
        List<Runnable> works = new ArrayList<>();
        for (Term argument : arguments) {
            works.addAll(works(argument, expr.at()));
        }
        List<HeapObject> begun = works.stream().map(work -> start(start, work)).toList();
        if (completes) {
            machine.threads().over(begun);
        }
        return !works.isEmpty();
    }

    /** Lets another thread run this. */
    HeapObject start(Threads.Start start, Runnable body) {
        Threads.Work work = machine.threads().start(start);
        machine.trusting(() -> machine.threads().run(work, body), start.at());
        return work.object();
    }

    /** What a function does; of a collection of functions, two of each stand for all. */
    private List<Runnable> works(Term argument, Location at) {
        List<Runnable> works = new ArrayList<>();
        if (argument.options().stream().anyMatch(interpreter.functions()::isFunction)) {
            works.add(() -> interpreter.functions().applyAny(argument, List.of(), at));
        }
        for (Term option : argument.options()) {
            if (option instanceof Term.Reference reference
                    && reference.object().shape() instanceof HeapObject.Shape.Container) {
                Term element = Containers.element(machine, reference.object());
                if (element.options().stream().anyMatch(interpreter.functions()::isFunction)) {
                    Runnable work = () -> interpreter.functions().applyAny(element, List.of(), at);
                    works.addAll(List.of(work, work));
                }
            }
        }
        return works;
    }

    /** The same executor is the same threads; one of which nothing is known may have one thread only. */
    private Threads.Crew crew(Term receiver, List<Term> arguments, List<ThreadModel> models, String name) {
        Optional<Threads.Crew> known = Stream.concat(Stream.of(receiver), arguments.stream())
                .flatMap(term -> known(term).stream())
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        boolean isOwn = arguments.size() == 1
                && models.stream().anyMatch(model -> model.sizes().containsKey(name));
        return isOwn || models.stream().anyMatch(model -> model.type().startsWith("java.lang.Thread"))
                ? Threads.Crew.ownThread()
                : Threads.Crew.unknown();
    }

    /** The threads for what is computed elsewhere: those of the executor that is given, or one for each. */
    Threads.Crew crew(List<Term> arguments) {
        return arguments.stream()
                .flatMap(term -> known(term).stream())
                .findFirst()
                .orElseGet(() -> arguments.size() == 1 ? Threads.Crew.ownThread() : Threads.Crew.unknown());
    }

    private Optional<Threads.Crew> known(Term term) {
        if (!(term instanceof Term.Reference reference)
                || machine.read(reference.object(), THREADS) instanceof Term.Unset) {
            return Optional.empty();
        }
        return Optional.of(Texts.exact(machine.read(reference.object(), THREADS))
                .filter(text -> text.matches("\\d{1,10}"))
                .map(text -> new Threads.Crew(
                        reference.object().id(), (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text)), true))
                .orElseGet(Threads.Crew::unknown));
    }

    /** Runs a call; what it does for each element of a parallel stream is divided among threads. */
    Term divided(Expr.Call expr, Supplier<Term> call) {
        if (!isParallel(expr.target())) {
            return call.get();
        }
        Threads.Start start = new Threads.Start("parallelStream", Threads.Crew.ofCommonPool(), expr.at(), false);
        return machine.threads().divided(start, call);
    }

    private static boolean isParallel(Expr receiver) {
        Expr link = receiver;
        // the last one that is called decides for the whole stream
        while (link instanceof Expr.Call call && !call.name().equals("sequential")) {
            if (call.name().equals("parallelStream")
                    || (call.name().equals("parallel") && call.arguments().isEmpty())) {
                return true;
            }
            link = call.target();
        }
        return false;
    }

    private List<ThreadModel> models(String type) {
        if (!type.contains(".")) {
            return List.of();
        }
        List<String> hierarchy = machine.types().hierarchy(type);
        return machine.catalog().threads().stream()
                .filter(model -> hierarchy.contains(model.type()))
                .toList();
    }
}
