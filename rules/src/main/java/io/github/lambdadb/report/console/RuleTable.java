package io.github.lambdadb.report.console;

import io.github.lambdadb.report.Wrapped;
import io.github.lambdadb.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;

/** All rules at a glance: id, severity, title. */
public final class RuleTable {
    private RuleTable() {}

    public static List<String> lines(List<RuleDescriptor> rules) {
        int longest = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (RuleDescriptor rule : rules) {
            String prefix = ("%-" + (longest + 2) + "s%-9s").formatted(rule.id(), rule.levelByDefault());
            lines.addAll(Wrapped.words(prefix, rule.title()));
        }
        lines.add("");
        lines.add(rules.size() + (rules.size() == 1 ? " rule" : " rules") + "; -Drule=ID shows the page of one.");
        return lines;
    }
}
