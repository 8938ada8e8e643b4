package io.github.lambdadb.check;

import io.github.lambdadb.issue.CheckReport.RulePage;
import io.github.lambdadb.rule.RuleDescriptor;
import java.util.List;

/** All installed rules, sorted by id, and their pages in the same order. */
public record RuleManual(List<RuleDescriptor> rules, List<RulePage> pages) {
    public RuleManual {
        rules = List.copyOf(rules);
        pages = List.copyOf(pages);
    }

    /** The one rule of that id; a wrong id is told with the nearest known one. */
    public RuleManual only(UserSetting id) {
        List<String> known = rules.stream().map(RuleDescriptor::id).toList();
        int index = known.indexOf(id.value());
        if (index < 0) {
            throw new UserSetting(id.value(), id.value(), id.where()).unknownKey("rule", known);
        }
        return new RuleManual(List.of(rules.get(index)), List.of(pages.get(index)));
    }
}
