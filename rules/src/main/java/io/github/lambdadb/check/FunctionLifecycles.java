package io.github.lambdadb.check;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.FunctionPattern;
import io.github.lambdadb.facts.LambdaFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lifecycles that the user wants of single functions, in {@code lambda-db.yaml} or as the option of the rule. */
public final class FunctionLifecycles {
    static final String RULE = "lifecycle-policy";
    private static final String OPTION = RULE + ".functions";

    private FunctionLifecycles() {}

    /** One sentence for each name that the facts have no function for: it does nothing, and may be misspelt. */
    public static List<String> withoutFunction(Policy policy, Facts facts) {
        List<String> names = facts.functions().stream()
                .map(LambdaFunction::name)
                .distinct()
                .sorted()
                .toList();
        return all(policy).stream()
                .filter(setting -> facts.functions().stream().noneMatch(new FunctionPattern(setting.key())::matches))
                .map(setting -> "No function is called '" + setting.key() + "' (lifecycle '" + setting.value()
                        + "', set " + setting.where() + ")" + Spelling.suggestion(setting.key(), names))
                .distinct()
                .toList();
    }

    /** Those of {@code lambda-db.yaml} as the option of the rule. */
    static Optional<UserSetting> option(Policy policy) {
        String pairs = policy.functions().stream()
                .map(setting -> setting.key() + "=" + setting.value())
                .collect(Collectors.joining(","));
        return policy.functions().stream().findFirst().map(first -> {
            policy.functions().forEach(FunctionLifecycles::refuseSeparators);
            return new UserSetting(OPTION, pairs, first.where());
        });
    }

    /** Stops at a pair that names no lifecycle, if this is the option of the rule at all. */
    static void refuseMalformed(UserSetting setting) {
        if (setting.key().equals(OPTION)) {
            SettingText.list(setting.value()).forEach(pair -> pattern(setting.withValue(pair)));
        }
    }

    private static List<UserSetting> all(Policy policy) {
        List<UserSetting> all = new ArrayList<>(policy.functions());
        policy.rules().stream()
                .filter(setting -> setting.key().equals(OPTION))
                .flatMap(setting ->
                        SettingText.list(setting.value()).stream().map(pair -> pattern(setting.withValue(pair))))
                .forEach(all::add);
        return all;
    }

    private static UserSetting pattern(UserSetting pair) {
        int equals = pair.value().lastIndexOf('=');
        if (equals < 1) {
            throw pair.malformed("FUNCTION=LIFECYCLE", "nightly-*=per-invocation");
        }
        String lifecycle = pair.value().substring(equals + 1).strip();
        SettingText.word(pair.withValue(lifecycle), Policy.LIFECYCLES);
        return new UserSetting(pair.value().substring(0, equals).strip(), lifecycle, pair.where());
    }

    private static void refuseSeparators(UserSetting setting) {
        if (setting.key().isBlank() || setting.key().contains(",")) {
            throw new UserSetting("functions", setting.key(), setting.where())
                    .malformed("a function's name without commas", "nightly-*");
        }
    }
}
