package io.github.lambdadb.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.check.UserSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitTest {
    @TempDir
    private Path folder;

    private Path origin = Path.of("");

    @BeforeEach
    void twoCommits() throws IOException, InterruptedException {
        origin = Files.createDirectories(folder.resolve("origin"));
        run(origin, "init", "-q", "-b", "main");
        write("src/A.java", "class A {}\n");
        write("other/B.java", "class B {}\n");
        commit("first");
        run(origin, "tag", "v1.0");
        write("src/A.java", "class A { int later; }\n");
        commit("second");
        run(origin, "checkout", "-q", "-b", "feature");
    }

    @Test
    void theFilesOfAnEarlierCommitAreUnpacked() throws IOException {
        Path target = Files.createDirectories(folder.resolve("unpacked")).toRealPath();
        new GitTree(git(origin), commit(origin, "v1.0")).unpack(List.of("src", "no-such-folder"), target);
        assertThat(target.resolve("src/A.java")).hasContent("class A {}");
        assertThat(target.resolve("other")).doesNotExist();
        new GitTree(git(origin), commit(origin, "HEAD~1")).unpack(List.of(""), target);
        assertThat(target.resolve("other/B.java")).hasContent("class B {}");
    }

    @Test
    void nothingThatTheRepositoryNamesIsRun() throws IOException, InterruptedException {
        Path trace = folder.resolve("trace");
        for (String key : List.of("core.fsmonitor", "core.pager", "filter.x.smudge", "diff.x.textconv")) {
            run(origin, "config", key, "touch " + trace);
        }
        run(origin, "config", "alias.ls-tree", "!touch " + trace);
        Files.writeString(origin.resolve(".git/info/attributes"), "* filter=x diff=x\n");
        Path target = Files.createDirectories(folder.resolve("unpacked")).toRealPath();
        new GitTree(git(origin), commit(origin, "v1.0")).unpack(List.of("src"), target);
        assertThat(target.resolve("src/A.java")).hasContent("class A {}");
        assertThat(trace).doesNotExist();
    }

    @Test
    void aShallowCloneIsToldTheCommandThatFetches() throws IOException, InterruptedException {
        for (String name : List.of("origin/main", "main", "v1.0", "refs/tags/v1.0", commit(origin, "v1.0"), "HEAD~1")) {
            String url = origin.toUri().toString();
            Path clone = Files.createTempDirectory(folder, "clone");
            run(folder, "clone", "-q", "--depth", "1", "--single-branch", "-b", "feature", url, clone.toString());
            String command = command(clone, name);
            String[] words = command.split(" ", -1);
            assertThat(words).startsWith("git", "fetch");
            run(clone, Arrays.copyOfRange(words, 1, words.length));
            assertThat(commit(clone, name)).as(command).isEqualTo(commit(origin, name.replace("origin/", "")));
        }
        assertThatThrownBy(() -> commit(origin, "never-made"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("'newSince' cannot be 'never-made' (set here): the repository does not have it.");
    }

    @Test
    void whatIsNoNameIsRefusedBeforeGitSeesIt() {
        for (String name :
                List.of("--upload-pack=x", "-h", "a b", "HEAD:src", "^main", "a..b", "a\nb", "$(x)", "a;b")) {
            assertThatThrownBy(() -> commit(origin, name))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("expected a commit, a branch or a tag");
        }
    }

    private static String command(Path clone, String name) {
        try {
            return "found: " + commit(clone, name);
        } catch (ConfigurationException missing) {
            String message = String.valueOf(missing.getMessage());
            assertThat(message).contains("this shallow clone does not have it; fetch it with: ");
            return message.substring(message.indexOf("git fetch"));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String commit(Path repository, String name) throws IOException {
        return new GitReference(git(repository), new UserSetting("newSince", name, "here")).commit();
    }

    private static Git git(Path repository) {
        return Git.of(repository).orElseThrow();
    }

    private void write(String path, String text) throws IOException {
        Path file = origin.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit(String message) throws IOException, InterruptedException {
        run(origin, "add", "-A");
        run(origin, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", message);
    }

    private static void run(Path where, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + output).isZero();
    }
}
