package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Work that a library repeats when it fails: that saves an invocation only where the next attempt gets a new session. */
final class Retries {
    private static final List<String> LIBRARIES = List.of(
            "io.github.resilience4j.retry.",
            "io.github.resilience4j.decorators.",
            "dev.failsafe.",
            "net.jodah.failsafe.",
            "org.springframework.retry.",
            "org.springframework.core.retry.",
            "com.github.rholder.retry.");

    /** Of Spring, Micronaut, MicroProfile and Resilience4j. */
    private static final Set<String> ANNOTATIONS = Set.of("Retryable", "Retry");

    /** Of Powertools for AWS Lambda: what has been done under a key is not done again. */
    private static final Set<String> GUARDS = Set.of("Idempotent");

    private static final String IDEMPOTENCY = "software.amazon.lambda.powertools.idempotency.";

    private final Machine machine;
    private boolean renewsBetween;

    Retries(Machine machine) {
        this.machine = machine;
    }

    static boolean isLibrary(String type) {
        return LIBRARIES.stream().anyMatch(type::startsWith);
    }

    /** Runs a function that a library of the type gets by the method. */
    void run(String type, String method, Runnable function, Location at) {
        if (!isLibrary(type)) {
            machine.repetitions().guarded(type.startsWith(IDEMPOTENCY), () -> {
                function.run();
                return Plain.NULL;
            });
            return;
        }
        int from = machine.recorder().size();
        boolean forgets = watching(function);
        boolean isListener = method.startsWith("on") || method.endsWith("istener") || method.endsWith("isteners");
        if (isListener) {
            renewsBetween |= forgets || renews(from);
        } else {
            boolean renews = repeated(from);
            machine.repetitions().byLibrary(from, at, renews, Certainty.POSSIBLE);
        }
    }

    /** Runs a method, which a framework repeats if an annotation says so. */
    Term run(Method method, Supplier<Term> body) {
        Optional<TypeDecl.Annotation> retry = annotation(method, ANNOTATIONS);
        int from = machine.recorder().size();
        Term result = machine.repetitions().guarded(annotation(method, GUARDS).isPresent(), body);
        retry.ifPresent(annotation -> {
            boolean renews = repeated(from);
            if (Repetitions.repeatsWhatMayBeDone(annotation)) {
                machine.repetitions().byLibrary(from, annotation.at(), renews, Certainty.DEFINITE);
            }
        });
        return result;
    }

    private static Optional<TypeDecl.Annotation> annotation(Method method, Set<String> names) {
        return method.annotations().stream()
                .filter(annotation -> names.contains(annotation.type().simpleName()))
                .findFirst();
    }

    /** Whether the next attempt gets a new session; then a failure is no harm. */
    private boolean repeated(int from) {
        Recorder recorder = machine.recorder();
        boolean renews = renewsBetween || renews(from) || recorder.anyDropped(from);
        if (renews) {
            recorder.retried(from, recorder.size());
        }
        return renews;
    }

    private boolean renews(int from) {
        Recorder recorder = machine.recorder();
        return recorder.any(Recorder.Kind.CREATED, from, recorder.size())
                || recorder.any(Recorder.Kind.BORROWED, from, recorder.size());
    }

    /** Whether the function writes null to a place that held an object. */
    private boolean watching(Runnable function) {
        Handler written = new Handler(machine.store(), machine.recorder().size());
        machine.handlers().push(written);
        function.run();
        machine.handlers().pop();
        return written.forgets();
    }
}
