package io.github.lambdadb.check;

import io.github.lambdadb.issue.CheckReport.RulePage;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The manual of each rule, a Markdown resource beside it; a rule without one has only its title. */
final class RulePages {
    private RulePages() {}

    static RulePage of(Rule rule) {
        RuleDescriptor descriptor = rule.descriptor();
        // the loader may be that of a third party's jar
        ClassLoader loader = rule.getClass().getClassLoader();
        try (InputStream page = page(loader, descriptor.id())) {
            String text = page == null
                    ? "# " + descriptor.title() + "\n"
                    : new String(page.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            return new RulePage(descriptor.id(), text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The page of rule '" + descriptor.id() + "' cannot be read.", unreadable);
        }
    }

    private static @Nullable InputStream page(ClassLoader loader, String id) {
        InputStream builtIn = loader.getResourceAsStream("io/github/lambdadb/rules/" + id + ".md");
        return builtIn == null ? loader.getResourceAsStream("META-INF/lambda-db/rules/" + id + ".md") : builtIn;
    }
}
