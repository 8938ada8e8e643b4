package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeName;
import java.util.List;
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

    private final Machine machine;
    private boolean renewsBetween;

    Retries(Machine machine) {
        this.machine = machine;
    }

    static boolean isLibrary(String type) {
        return LIBRARIES.stream().anyMatch(type::startsWith);
    }

    /** Runs a function that a library of the type gets by the method. */
    void run(String type, String method, Runnable function) {
        if (!isLibrary(type)) {
            function.run();
            return;
        }
        int from = machine.recorder().size();
        boolean forgets = watching(function);
        boolean isListener = method.startsWith("on") || method.endsWith("istener") || method.endsWith("isteners");
        if (isListener) {
            renewsBetween |= forgets || renews(from);
        } else {
            repeated(from);
        }
    }

    /** Runs a method, which a framework repeats if an annotation says so. */
    Term run(Method method, Supplier<Term> body) {
        boolean repeats = method.annotations().stream()
                .map(annotation -> annotation.type())
                .map(TypeName::simpleName)
                .anyMatch(ANNOTATIONS::contains);
        int from = machine.recorder().size();
        Term result = body.get();
        if (repeats) {
            repeated(from);
        }
        return result;
    }

    private void repeated(int from) {
        Recorder recorder = machine.recorder();
        if (renewsBetween || renews(from) || recorder.anyDropped(from)) {
            recorder.retried(from, recorder.size());
        }
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
