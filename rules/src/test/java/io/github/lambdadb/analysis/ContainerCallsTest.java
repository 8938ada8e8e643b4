package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which calls put something into a container, and which take it out. */
class ContainerCallsTest {
    private static final String MAP = "Map<String, Integer> map = new HashMap<>(); ";
    private static final String ATOMIC = "java.util.concurrent.atomic.AtomicReference<Integer>";

    @TempDir
    private Path folder;

    @Test
    void factoriesKnowWhatTheyAreGiven() throws IOException {
        assertThat(returned("return Map.of(\"a\", 1, \"b\", 2).get(\"b\");")).containsExactly("2");
        assertThat(returned("return Map.of(\"a\", 1).get(\"b\");")).containsExactly("null");
        assertThat(returned("return Map.ofEntries(Map.entry(\"a\", 1), Map.entry(\"b\", 2)).get(\"b\");"))
                .containsExactly("2");
        assertThat(returned("return Map.ofEntries(Map.entry(\"a\", 1), (Map.Entry) given).get(\"b\");"))
                .contains("?");
        assertThat(returned("return Map.entry(\"a\", 1).getKey();")).containsExactly("a");
        assertThat(returned("return Map.entry(\"a\", 1).getValue();")).containsExactly("1");
        assertThat(returned("return Collections.singletonMap(\"a\", 1).get(\"a\");"))
                .containsExactly("1");
        assertThat(returned("return Collections.singletonList(4).get(0);")).containsExactly("4");
        assertThat(returned("return Collections.unmodifiableMap(Map.of(\"a\", 1)).get(\"a\");"))
                .containsExactly("1");
        assertThat(returned("return List.copyOf(List.of(1, 2)).get(1);")).containsExactly("2");
        assertThat(returned("return Arrays.asList(1, 2).get(0);")).containsExactly("1");
        assertThat(returned("return Collections.emptyMap().get(\"a\");")).containsExactly("null");
    }

    @Test
    void aCopyHoldsWhatTheOriginalHolds() throws IOException {
        assertThat(returned("return new HashMap<>(Map.of(\"a\", 1)).get(\"a\");"))
                .containsExactly("1");
        assertThat(returned("return new ArrayList<>(List.of(1, 2)).get(0);")).containsExactly("1", "2");
        assertThat(returned("return new HashMap<>((Map<String, Integer>) given).get(\"a\");"))
                .contains("?");
        assertThat(returned("return new HashMap<>(16).get(\"a\");")).containsExactly("null");
        assertThat(returned(MAP + "map.putAll(Map.of(\"a\", 1)); return map.get(\"a\");"))
                .containsExactly("1");
        assertThat(returned(MAP + "map.putAll((Map<String, Integer>) given); return map.get(\"a\");"))
                .contains("?");
    }

    @Test
    void whatIsPutIsFound() throws IOException {
        assertThat(returned(MAP + "map.put(\"a\", 1); map.put(\"a\", 2); return map.get(\"a\");"))
                .containsExactly("2");
        assertThat(returned(MAP + "return map.getOrDefault(\"a\", 7);")).containsExactly("7");
        assertThat(returned(MAP + "map.put(\"a\", 1); return map.getOrDefault(\"a\", 7);"))
                .containsExactly("1");
        assertThat(returned(
                        "Properties p = new Properties(); p.setProperty(\"a\", \"x\"); return p.getProperty(\"a\");"))
                .containsExactly("x");
        assertThat(returned("Properties p = new Properties(); return p.getProperty(\"a\", \"d\");"))
                .containsExactly("d");
        assertThat(returned("List<Integer> list = new ArrayList<>(); list.add(1); list.add(0, 2); return list.get(0);"))
                .containsExactly("1", "2");
        assertThat(returned("List<Integer> list = new ArrayList<>(); return list.add(1);"))
                .containsExactly("true");
        assertThat(returned("List<Integer> list = new ArrayList<>(List.of(1)); list.set(0, 5); return list.get(0);"))
                .contains("5");
        assertThat(returned("List<Integer> list = new ArrayList<>(); list.addAll(List.of(3)); return list.get(0);"))
                .containsExactly("3");
        assertThat(returned(MAP + "map.merge(\"a\", 1, Integer::sum); return map.get(\"b\");"))
                .contains("?");
        assertThat(returned(MAP + "return map.size();")).containsExactly("?");
        assertThat(returned(MAP + "return map.containsKey(\"a\");")).containsExactly("?");
    }

    @Test
    void whatIsLackingIsComputed() throws IOException {
        assertThat(returned(MAP + "return map.computeIfAbsent(\"a\", key -> 5);"))
                .containsExactly("5");
        assertThat(returned(MAP + "map.computeIfAbsent(\"a\", key -> 5); return map.get(\"a\");"))
                .containsExactly("5");
        assertThat(returned(MAP + "map.put(\"a\", 1); return map.computeIfAbsent(\"a\", key -> 5);"))
                .containsExactly("1");
        assertThat(returned(MAP + "map.put(\"a\", maybe ? 1 : null); return map.computeIfAbsent(\"a\", key -> 5);"))
                .containsExactly("1", "5");
        assertThat(returned(MAP + "map.put(\"a\", maybe ? 1 : null); map.computeIfAbsent(\"a\", key -> 5);"
                        + " return map.get(\"a\");"))
                .contains("1", "5");
        assertThat(returned(MAP + "return map.computeIfAbsent(\"a\", (Function<String, Integer>) given);"))
                .containsExactly("?");
    }

    @Test
    void aReferenceHoldsOneValue() throws IOException {
        assertThat(returned("return new " + ATOMIC + "(3).get();")).containsExactly("3");
        assertThat(returned("return new " + ATOMIC + "().get();")).containsExactly("null");
        assertThat(returned(ATOMIC + " r = new " + ATOMIC + "(3); r.set(4); return r.get();"))
                .containsExactly("4");
        assertThat(returned(ATOMIC + " r = new " + ATOMIC + "(3); return r.getAndSet(4);"))
                .containsExactly("3");
        assertThat(returned(ATOMIC + " r = new " + ATOMIC + "(3); r.getAndSet(4); return r.get();"))
                .containsExactly("4");
        assertThat(returned(ATOMIC + " r = new " + ATOMIC + "(3); r.compareAndSet(3, 4); return r.get();"))
                .containsExactly("3", "4");
        assertThat(returned(ATOMIC + " r = new " + ATOMIC + "(3); return r.updateAndGet(x -> x + 1);"))
                .containsExactly("4");
        assertThat(returned(ATOMIC + " r = new " + ATOMIC + "(3); r.updateAndGet(x -> x + 1); return r.get();"))
                .containsExactly("4");
        assertThat(returned("ThreadLocal<Integer> t = new ThreadLocal<>(); t.set(3); t.remove(); return t.get();"))
                .containsExactly("null");
    }

    private List<String> returned(String statements) throws IOException {
        return Snippet.run(folder, "", statements).returned();
    }
}
