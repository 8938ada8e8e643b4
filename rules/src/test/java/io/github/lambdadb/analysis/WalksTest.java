package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steps of a stream make of its elements. */
class WalksTest {
    /** Of the elements of this one nothing is known but what was put in somewhere. */
    private static final String SOMEWHERE = "List<Integer> list = new ArrayList<>(); while (maybe) { list.add(4); } ";

    @TempDir
    private Path folder;

    @Test
    void aFilterKeepsWhatPasses() throws IOException {
        assertThat(returned("return Stream.of(1, 5, 9).filter(x -> x > 3).map(x -> x + 1).map(x -> \"\" + x)"
                        + ".collect(Collectors.joining(\",\"));"))
                .containsExactly("6,10");
        assertThat(returned("return Stream.of(1, 5).filter(x -> false).map(x -> \"\" + x)"
                        + ".collect(Collectors.joining(\",\"));"))
                .containsExactly("");
    }

    @Test
    void aFilterThatCannotBeTriedMayKeepAny() throws IOException {
        assertThat(returned("return Stream.of(1, 5, 9).filter(x -> x == any).findFirst().get();"))
                .contains("1", "5", "9");
        assertThat(returned("return Stream.of(1, 5).filter(x -> x == any).map(x -> \"\" + x)"
                        + ".collect(Collectors.joining(\",\"));"))
                .doesNotContain("1,5");
        assertThat(returned("return Stream.of(1, 5, 9).filter(x -> x == 9 ? maybe : x == 5).findFirst().get();"))
                .contains("5", "9")
                .doesNotContain("1");
    }

    @Test
    void aLimitKeepsAny() throws IOException {
        assertThat(returned("return Stream.of(1, 5).limit(1).findFirst().get();"))
                .contains("1", "5");
        assertThat(returned("return Stream.of(\"a\", \"b\").skip(1).collect(Collectors.joining(\",\"));"))
                .doesNotContain("a,b");
    }

    @Test
    void whatIsNotKnownOneByOneIsMappedTogether() throws IOException {
        assertThat(returned(SOMEWHERE + "return list.stream().map(x -> x + 1).findFirst().get();"))
                .contains("5");
        assertThat(returned(
                        SOMEWHERE + "return list.stream().map((Function<Integer, Integer>) given).findFirst().get();"))
                .contains("?");
        assertThat(returned(SOMEWHERE + "return list.stream().sorted().distinct().iterator().next();"))
                .containsExactly("4");
    }

    @Test
    void forEachRunsForEachElement() throws IOException {
        String sum = "int[] sum = {0}; ";
        assertThat(returned(sum + "Stream.of(1, 5).forEach(x -> sum[0] = sum[0] + x); return sum[0];"))
                .contains("6");
        assertThat(returned(SOMEWHERE + sum + "list.forEach(x -> sum[0] = x); return sum[0];"))
                .contains("4");
        assertThat(returned("Map<String, Integer> map = new HashMap<>(); map.put(\"a\", 7); String[] seen = {\"\"};"
                        + " map.forEach((key, value) -> seen[0] = key + value); return seen[0];"))
                .contains("a7");
    }

    @Test
    void forEachAnswersNothing() throws IOException {
        assertThat(returned("return Stream.of(1).forEach(x -> {});")).containsExactly("null");
        assertThat(returned(SOMEWHERE + "return list.forEach(x -> {});")).containsExactly("null");
    }

    @Test
    void aJoinerBeginsAnew() throws IOException {
        assertThat(returned("var comma = Collectors.joining(\",\");"
                        + " return Stream.of(\"a\", \"b\").collect(comma) + Stream.of(\"c\", \"d\").collect(comma);"))
                .containsExactly("a,bc,d");
    }

    @Test
    void whatIsDoneForARecordIsDoneForTheNext() throws IOException {
        Snippet each = Snippet.run(
                folder,
                "",
                SOMEWHERE + "list.forEach(x -> { try (Connection c = DriverManager.getConnection(text)) {"
                        + " c.createStatement().execute(\"DELETE\"); } });");
        assertThat(each.events(Recorder.Kind.CREATED)).hasSize(2);
        Snippet peeked = Snippet.run(
                folder,
                "",
                SOMEWHERE + "list.stream().peek(x -> { try (Connection c = DriverManager.getConnection(text)) {"
                        + " c.createStatement().execute(\"DELETE\"); } }).toList();");
        assertThat(peeked.events(Recorder.Kind.CREATED)).hasSize(2);
    }

    private List<String> returned(String statements) throws IOException {
        return Snippet.run(folder, "", statements).returned();
    }
}
