package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.ShutdownHook;
import io.github.lambdadb.facts.ShutdownHook.Ending;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reports hooks that close connections at an end of the process of which Lambda tells nobody. */
@AutoService(Rule.class)
public final class ShutdownHookWithoutExtension implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "shutdown-hook-without-extension",
            "Hook closes connections at an end that Lambda does not announce",
            Category.LIFECYCLE,
            Severity.WARNING,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return facts.behaviour().shutdownHooks().stream()
                .filter(hook -> hook.ending() != Ending.SIGNAL)
                .map(ShutdownHookWithoutExtension::finding);
    }

    private static Finding finding(ShutdownHook hook) {
        String what = hook.how().substring(0, 1).toUpperCase(Locale.ROOT)
                + hook.how().substring(1)
                + " of "
                + hook.functionNames()
                + " closes "
                + hook.source();
        return switch (hook.ending()) {
            case MAYBE ->
                finding(
                                hook,
                                what
                                        + ", which Lambda runs only if an extension is among the layers or in the image, and whether one is cannot be seen.",
                                Certainty.POSSIBLE)
                        .withSeverity(Severity.NOTE);
            case NOT_DEPLOYED ->
                finding(
                        hook,
                        what
                                + ", which Lambda runs only if the function has an extension, and no template tells of one.",
                        Certainty.POSSIBLE);
            default ->
                finding(
                        hook,
                        what + ", and the function has no extension: Lambda sends no signal and gives it 0 ms.",
                        Certainty.DEFINITE);
        };
    }

    private static Finding finding(ShutdownHook hook, String message, Certainty certainty) {
        return new Finding(hook.location(), hook.subject(), message, certainty, hook.path());
    }
}
