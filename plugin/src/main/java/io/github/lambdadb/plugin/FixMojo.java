package io.github.lambdadb.plugin;

import io.github.lambdadb.check.FixedFiles;
import io.github.lambdadb.check.Fixing;
import io.github.lambdadb.check.SettingText;
import io.github.lambdadb.check.UserSetting;
import io.github.lambdadb.issue.Fix;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.rule.Grade;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Applies the safe fixes, each one after it was tried: the issue is gone, and no other appears. Writes what it changes to
 * <code>lambda-db.patch</code> as well. Refuses a working tree with changes that are not committed.
 */
@Mojo(name = "fix", requiresProject = false, threadSafe = true)
public final class FixMojo extends AnalysisGoal {
    private static final Map<String, Grade> LEVELS = Map.of("safe", Grade.SAFE, "review", Grade.REVIEW);

    /** Changes no source: writes <code>lambda-db.patch</code> only. */
    @Parameter(property = "lambda-db.dryRun", defaultValue = "false")
    private String dryRun = "false";

    /** Which fixes are applied: <code>safe</code> ones, or those as well that somebody should <code>review</code>. */
    @Parameter(property = "lambda-db.fix.level", defaultValue = "safe")
    private String fixLevel = "safe";

    /** Applies fixes although there are changes that are not committed. */
    @Parameter(property = "lambda-db.fix.allowDirty", defaultValue = "false")
    private String fixAllowDirty = "false";

    @Inject
    FixMojo(Maven maven) {
        super(maven);
    }

    @Override
    void start(Maven maven, Settings settings) throws MojoExecutionException {
        Given given = Given.of(maven);
        level(given);
        boolean mayBeDirty =
                isDry(given) || SettingText.flag(given.setting("fixAllowDirty", "fix.allowDirty", fixAllowDirty));
        new CleanTree(maven).check(mayBeDirty);
    }

    @Override
    void tell(Maven maven, Settings settings, Analysed analysed) throws MojoExecutionException {
        Publication.failOnDefects(analysed.report());
        Given given = Given.of(maven);
        Grade most = level(given);
        try {
            FixedFiles fixed = Fixing.of(analysed.request(), analysed.report(), most);
            Patch patch = new Patch(maven, settings, fixed.files());
            if (!isDry(given)) {
                patch.apply();
            }
            tell(fixed, patch.write(analysed.report().facts()), isDry(given));
            tellLeft(fixed, most);
        } catch (IOException unwritable) {
            throw new MojoExecutionException("The fixes cannot be applied: " + unwritable, unwritable);
        }
    }

    private void tell(FixedFiles fixed, String patch, boolean isDry) {
        for (Issue issue : fixed.fixed()) {
            getLog().info("lambda-db: %s %s at %s: %s"
                    .formatted(
                            isDry ? "would fix" : "fixed",
                            issue.rule().id(),
                            issue.finding().location(),
                            description(issue)));
        }
        for (Issue issue : fixed.refused()) {
            getLog().info("lambda-db: left %s at %s as it is: to %s would not end it, or start another"
                    .formatted(issue.rule().id(), issue.finding().location(), description(issue)));
        }
        getLog().info("lambda-db: %d %s in %d %s"
                .formatted(
                        fixed.fixed().size(),
                        isDry ? "would be fixed" : "fixed",
                        fixed.files().size(),
                        fixed.files().size() == 1 ? "file" : "files"));
        if (!patch.isEmpty()) {
            getLog().info("lambda-db: the changes are in " + patch);
        }
    }

    /** What another level would fix, and what only a person can. */
    private void tellLeft(FixedFiles fixed, Grade most) {
        long review = fixed.left().stream()
                .flatMap(issue -> issue.fixes().stream())
                .filter(fix -> fix.grade() == Grade.REVIEW)
                .count();
        if (most == Grade.SAFE && review > 0) {
            getLog().info("lambda-db: %d more can be fixed with -Dlambda-db.fix.level=review, and somebody should look"
                    .formatted(review));
        }
        long others =
                fixed.left().stream().filter(issue -> issue.fixes().isEmpty()).count();
        if (others > 0) {
            getLog().info("lambda-db: %d left without a fix; lambda-db:explain says what to do".formatted(others));
        }
    }

    private static String description(Issue issue) {
        return issue.fixes().stream().findFirst().map(Fix::description).orElse("");
    }

    private boolean isDry(Given given) {
        return SettingText.flag(given.setting("dryRun", dryRun));
    }

    private Grade level(Given given) {
        UserSetting setting = given.setting("fixLevel", "fix.level", fixLevel);
        Grade grade = LEVELS.get(setting.value().toLowerCase(Locale.ROOT));
        if (grade == null) {
            throw setting.unknownValue(List.of("safe", "review"));
        }
        return grade;
    }

    @Override
    void skipped(Maven maven, Settings settings) {
        // nothing is kept for the reactor
    }
}
