package io.github.lambdadb.report.facts;

import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.report.Words;
import io.github.lambdadb.report.Wrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the tool believes about a module, so that a wrong finding can be traced to a wrong belief. */
public final class FactsText {
    private FactsText() {}

    public static List<String> lines(Facts facts) {
        List<String> lines = new ArrayList<>();
        title(lines, "Functions", facts.functions());
        for (LambdaFunction function : facts.functions()) {
            lines.addAll(Wrapped.words("  " + Wrapped.line(function.name()) + "  ", function.handler()));
            lines.add("      " + Wrapped.line(function.location().toString()));
        }
        title(lines, "Connection sources", facts.sources());
        facts.sources().forEach(source -> lines.addAll(SourceText.lines(source)));
        title(lines, "Opened in an invocation", facts.openings());
        for (Opening opening : facts.openings()) {
            lines.addAll(OpeningText.lines(opening));
        }
        List<String> deployed = DeploymentText.lines(facts.deployments());
        lines.add("Deployed by templates:" + (deployed.isEmpty() ? " none" : ""));
        lines.addAll(deployed);
        facts.database()
                .serverIdleTimeout()
                .ifPresent(timeout -> lines.add("Declared idle timeout of the server: " + timeout));
        title(lines, "Database calls", facts.calls());
        for (DatabaseCall call : facts.calls()) {
            lines.addAll(Wrapped.words(
                    "  ",
                    call.location() + " " + call.call() + " in "
                            + call.subject().member()));
        }
        title(lines, "Gaps", facts.gaps());
        for (Gap gap : facts.gaps()) {
            lines.addAll(Wrapped.words("  ", gap.location() + " " + Words.of(gap.kind()) + ": " + gap.reason()));
        }
        lines.add(coverage(facts.coverage()));
        return lines;
    }

    private static void title(List<String> lines, String title, Collection<?> elements) {
        lines.add(title + ": " + (elements.isEmpty() ? "none" : elements.size()));
    }

    private static String coverage(Coverage coverage) {
        return "Files: %d read, %d parsed, %d lowered. Calls: %d followed, %d not."
                .formatted(
                        coverage.filesRead(),
                        coverage.filesParsed(),
                        coverage.filesLowered(),
                        coverage.callsFollowed(),
                        coverage.callsNotFollowed());
    }
}
