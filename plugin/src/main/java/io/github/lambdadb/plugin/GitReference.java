package io.github.lambdadb.plugin;

import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.check.UserSetting;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commit that {@code newSince} names; if it is not here, the command that fetches it is told. */
record GitReference(Git git, UserSetting setting) {
    /** What git allows in a name, without what begins an option, names a file or a range, or needs care in a shell. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_@][\\p{L}\\p{N}_./@{}~^+=#%,-]*");

    private static final Pattern STEPS = Pattern.compile("[~^]|@\\{");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern ABBREVIATED = Pattern.compile("[0-9a-f]{7,39}");
    private static final Pattern VERSION = Pattern.compile("v?\\d+([._-].*)?");
    private static final Pattern REMOTE = Pattern.compile("\\w[\\w.-]*");

    String commit() throws IOException {
        String name = setting.value();
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw setting.malformed("a commit, a branch or a tag", "origin/main");
        }
        Git.Answer answer = resolve(name);
        if (answer.isGood() && COMMIT.matcher(answer.text()).matches()) {
            return answer.text();
        }
        Git.Answer shallow = git.ask("rev-parse", "--is-shallow-repository");
        if (!shallow.isGood()) {
            throw refused("git cannot read the repository: " + git.complaint("rev-parse", "--is-shallow-repository"));
        }
        throw missing(name, shallow.text().equals("true"));
    }

    ConfigurationException refused(String reason) {
        return new ConfigurationException(
                "'newSince' cannot be '" + setting.value() + "' (set " + setting.where() + "): " + reason);
    }

    private Git.Answer resolve(String name) throws IOException {
        return git.ask("rev-parse", "--verify", "--quiet", name + "^{commit}");
    }

    private ConfigurationException missing(String name, boolean isShallow) throws IOException {
        String what = isShallow ? "this shallow clone does not have it" : "the repository does not have it";
        List<String> remotes = remotes();
        Matcher steps = STEPS.matcher(name);
        boolean hasSteps = steps.find();
        String start = hasSteps ? name.substring(0, steps.start()) : name;
        boolean isStartHere = hasSteps && (start.isEmpty() || resolve(start).isGood());
        boolean isAbbreviated = ABBREVIATED.matcher(start).matches();
        if (remotes.isEmpty() || ((isStartHere || isAbbreviated) && !isShallow)) {
            return refused(what + ".");
        }
        // what is counted back from a name, or is the beginning of a name, needs the history
        String depth = !isShallow ? "" : hasSteps || isAbbreviated ? "--unshallow " : "--depth=1 ";
        String fetched = isStartHere || isAbbreviated ? " " + remotes.get(0) : fetched(start, remotes);
        return refused(what + "; fetch it with: git fetch " + depth + fetched.strip());
    }

    /** Remote and name, so that afterwards the name stands for what was fetched, whatever the clone is set up to fetch. */
    private static String fetched(String name, List<String> remotes) {
        for (String remote : remotes) {
            if (name.startsWith(remote + "/")) {
                String branch = name.substring(remote.length() + 1);
                return remote + " +refs/heads/" + branch + ":refs/remotes/" + name;
            }
        }
        String remote = remotes.get(0);
        if (COMMIT.matcher(name).matches()) {
            return remote + " " + name;
        }
        if (VERSION.matcher(name).matches()) {
            return remote + " tag " + name;
        }
        return remote + (name.startsWith("refs/") ? " +" : " ") + name + ":" + name;
    }

    /** {@code origin} first; a name that is odd may be a trap for who copies the command. */
    private List<String> remotes() throws IOException {
        return git.ask("remote")
                .text()
                .lines()
                .filter(name -> REMOTE.matcher(name).matches())
                .sorted((left, right) -> Boolean.compare(right.equals("origin"), left.equals("origin")))
                .toList();
    }
}
