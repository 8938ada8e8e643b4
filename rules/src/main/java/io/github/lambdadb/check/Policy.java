package io.github.lambdadb.check;

import io.github.lambdadb.facts.DeclaredDatabase;
import java.time.Duration;
import java.util.List;

/**
 * What the user wants to be held to.
 *
 * @param rules severities by rule id ({@code oversized-pool} = {@code error}) and options by rule id and key
 *     ({@code oversized-pool.limit} = {@code 4}); a later one replaces an earlier one
 * @param maxPoolSize the largest pool an execution environment may have
 * @param serverIdleTimeouts at most one: the idle timeout the user declares to be set on the server
 * @param accountConcurrency invocations that the account runs at once
 * @param otherSessions sessions that others than the module's functions hold at each database
 * @param lifecycle one of {@link #LIFECYCLES}
 * @param functions lifecycles of single functions, by a pattern of their names ({@code nightly-*} = {@code per-invocation}); the
 *     first that matches counts
 * @param failOn the least severity that fails the build
 * @param suppressions those that are kept outside the code
 * @param preset one of {@link #PRESETS}
 */
public record Policy(
        List<UserSetting> rules,
        int maxPoolSize,
        List<Duration> serverIdleTimeouts,
        int accountConcurrency,
        int otherSessions,
        String lifecycle,
        List<UserSetting> functions,
        FailOn failOn,
        List<FileSuppression> suppressions,
        String preset) {
    /** The preset {@code strict} allows no notes, and one connection unless another limit is given. */
    public static final String STRICT = "strict";

    public static final List<String> PRESETS = List.of("default", STRICT);

    /** How long sources may live: {@code kept}, {@code per-invocation}, {@code either}. */
    public static final List<String> LIFECYCLES = List.of("either", "kept", "per-invocation");

    public Policy {
        rules = List.copyOf(rules);
        serverIdleTimeouts = List.copyOf(serverIdleTimeouts);
        functions = List.copyOf(functions);
        suppressions = List.copyOf(suppressions);
    }

    /** Whether notes of rules without a severity of the user's are warnings. */
    boolean raisesNotes() {
        return preset.equals(STRICT);
    }

    /** The same with other severities and options. */
    public Policy withRules(List<UserSetting> others) {
        return new Policy(
                others,
                maxPoolSize,
                serverIdleTimeouts,
                accountConcurrency,
                otherSessions,
                lifecycle,
                functions,
                failOn,
                suppressions,
                preset);
    }

    public static Policy defaults() {
        return new Policy(
                List.of(),
                2,
                List.of(),
                DeclaredDatabase.ACCOUNT_CONCURRENCY,
                0,
                "either",
                List.of(),
                FailOn.WARNING,
                List.of(),
                "default");
    }
}
