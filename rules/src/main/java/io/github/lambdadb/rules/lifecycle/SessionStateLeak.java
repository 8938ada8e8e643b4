package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LeftState;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Reports what invocations leave set in sessions that others use after them. */
@AutoService(Rule.class)
public final class SessionStateLeak implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "session-state-leak",
            "Invocation leaves something set in a session that the next one uses",
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
        return facts.behaviour().leftStates().stream().map(SessionStateLeak::finding);
    }

    private static Finding finding(LeftState state) {
        String ways = switch (state.left()) {
            case ALWAYS -> "no way out of the invocation undoes it";
            case ON_SOME_PATH -> "not every way out of the invocation undoes it";
            case ON_FAILURE -> "nothing undoes it if a call fails";
        };
        Finding finding = new Finding(
                state.location(),
                state.subject(),
                "'%s' of %s stays in the session, which a later invocation uses, and %s%s."
                        .formatted(
                                state.what(),
                                state.functionNames(),
                                ways,
                                state.isFromEvent() ? "; its value comes from the event" : ""),
                state.certainty(),
                state.path());
        return state.isFromEvent() ? finding.withSeverity(Severity.ERROR) : finding;
    }
}
