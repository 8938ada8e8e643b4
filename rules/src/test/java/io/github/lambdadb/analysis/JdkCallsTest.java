package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through which classes of the JDK values travel, and what comes out. */
class JdkCallsTest {
    @TempDir
    private Path folder;

    @Test
    void anOptionalHoldsAValueOrNone() throws IOException {
        assertThat(returned("return Optional.of(1).get();")).containsExactly("1");
        assertThat(returned("return Optional.empty().orElse(2);")).containsExactly("2");
        assertThat(returned("return Optional.of(1).orElse(2);")).containsExactly("1");
        assertThat(returned("return Optional.of(1).orElseGet(() -> 2);")).containsExactly("1");
        assertThat(returned("return Optional.ofNullable(maybe ? 1 : null).orElse(2);"))
                .containsExactly("1", "2");
        assertThat(returned("return Optional.ofNullable(maybe ? 1 : null).orElseGet(() -> 2);"))
                .containsExactly("1", "2");
        assertThat(returned("return Optional.ofNullable(maybe ? 1 : null).orElseThrow();"))
                .containsExactly("1");
        assertThat(returned("return Optional.of(1).or(() -> Optional.of(2)).get();"))
                .containsExactly("1");
        assertThat(returned("return Optional.empty().or(() -> Optional.of(2)).get();"))
                .contains("2");
        assertThat(returned("return Optional.of(1).map(x -> x + 1).get();")).containsExactly("2");
        assertThat(returned("return Optional.<Integer>empty().map(x -> x + 1).orElse(9);"))
                .containsExactly("9");
        assertThat(returned("return Optional.of(1).flatMap(x -> Optional.of(x + 1)).get();"))
                .containsExactly("2");
        assertThat(returned("return Optional.<Integer>empty().flatMap(x -> Optional.of(x + 1)).orElse(9);"))
                .containsExactly("9");
        assertThat(returned("return Optional.of(1).filter(x -> maybe).orElse(9);"))
                .containsExactly("1", "9");
        assertThat(returned("return Optional.<Integer>empty().filter(x -> maybe).orElse(9);"))
                .containsExactly("9");
        assertThat(returned("int[] seen = {0}; Optional.of(3).ifPresent(x -> seen[0] = x); return seen[0];"))
                .contains("3");
        assertThat(returned("Optional<Integer> o = Optional.ofNullable(maybe ? 1 : null);"
                        + " if (o.isPresent()) { return o.get(); } return o.orElse(7);"))
                .containsExactly("1", "7");
        assertThat(returned("Optional<Integer> o = Optional.of(1); return o.isEmpty() ? 5 : 6;"))
                .containsExactly("6");
    }

    @Test
    void durationsAreReckonedWith() throws IOException {
        String duration = "java.time.Duration.";
        assertThat(returned("return " + duration + "ofSeconds(90).toMillis();")).containsExactly("90000");
        assertThat(returned("return " + duration + "ofMillis(90000).getSeconds();"))
                .containsExactly("90");
        assertThat(returned("return " + duration + "ofMinutes(2).toSeconds();")).containsExactly("120");
        assertThat(returned("return " + duration + "ofHours(2).toMinutes();")).containsExactly("120");
        assertThat(returned("return " + duration + "ofDays(1).toMinutes();")).containsExactly("1440");
        assertThat(returned("return " + duration + "parse(\"PT90S\").toMillis();"))
                .containsExactly("90000");
        assertThat(returned("return " + duration + "parse(\"soon\").toMillis();"))
                .containsExactly("?");
        assertThat(returned("return " + duration + "ofSeconds(any).toMillis();"))
                .containsExactly("?");
        assertThat(returned("return " + duration + "ofSeconds(1).plusMinutes(1).plus(" + duration
                        + "ofHours(1)).toSeconds();"))
                .containsExactly("3661");
        assertThat(returned("return " + duration + "ofSeconds(1).plusMillis(500).multipliedBy(2).toMillis();"))
                .containsExactly("3000");
        assertThat(returned("return " + duration + "ofSeconds(1).plusSeconds(1).plusHours(1).toSeconds();"))
                .containsExactly("3602");
    }

    @Test
    void unitsOfTimeConvert() throws IOException {
        String unit = "java.util.concurrent.TimeUnit.";
        assertThat(returned("return " + unit + "SECONDS.toMillis(90);")).containsExactly("90000");
        assertThat(returned("return " + unit + "MINUTES.toSeconds(2);")).containsExactly("120");
        assertThat(returned("return " + unit + "HOURS.toMinutes(2);")).containsExactly("120");
        assertThat(returned("return " + unit + "MILLISECONDS.convert(90, " + unit + "SECONDS);"))
                .containsExactly("90000");
        assertThat(returned("return " + unit + "SECONDS.toMillis(any);")).containsExactly("?");
    }

    @Test
    void aFutureHoldsWhatIsComputed() throws IOException {
        String future = "java.util.concurrent.CompletableFuture.";
        assertThat(returned("return " + future + "supplyAsync(() -> 1).join();"))
                .containsExactly("1");
        assertThat(returned("return " + future + "completedFuture(1).thenApply(x -> x + 1).get();"))
                .containsExactly("2");
        assertThat(returned("return " + future + "completedFuture(1).thenCompose(x -> " + future
                        + "completedFuture(x + 2)).join();"))
                .containsExactly("3");
        assertThat(returned("return " + future + "completedFuture(1).getNow(5);"))
                .containsExactly("1", "5");
        assertThat(returned("int[] seen = {0}; " + future + "completedFuture(4).thenAccept(x -> seen[0] = x);"
                        + " return seen[0];"))
                .contains("4");
        assertThat(returned("return " + future + "completedFuture(4).thenAccept(x -> {}).join();"))
                .containsExactly("null");
    }

    @Test
    void anEnumKnowsItsConstants() throws IOException {
        String stage = "enum Stage { DEV(1), PROD(8); final int size; Stage(int size) { this.size = size; } } ";
        assertThat(returned(stage, "return Stage.PROD.size;")).containsExactly("8");
        assertThat(returned(stage, "return Stage.valueOf(\"PROD\").size;")).containsExactly("8");
        assertThat(returned(stage, "return Stage.valueOf(text) == Stage.PROD ? 8 : 1;"))
                .containsExactly("1", "8");
        assertThat(returned(stage, "return Stage.values()[1].size;")).containsExactly("8");
        assertThat(returned(stage, "return Stage.valueOf(\"TEST\");")).containsExactly("?");
        assertThat(returned(stage, "return Stage.PROD.name();")).containsExactly("?");
    }

    @Test
    void theEnvironmentStaysSymbolic() throws IOException {
        assertThat(returned("return System.getenv(\"URL\");")).containsExactly("${URL}");
        assertThat(returned("return System.getenv(text);")).containsExactly("${?}");
        assertThat(returned("return \"jdbc:\" + System.getenv().get(\"HOST\") + \"/d\";"))
                .containsExactly("jdbc:${HOST}/d");
        assertThat(returned("return System.getenv().getOrDefault(\"HOST\", \"localhost\");"))
                .containsExactly("${HOST}", "localhost");
        assertThat(returned("return System.getProperty(\"size\", \"3\");")).containsExactly("${size}", "3");
        assertThat(returned("return System.getenv().containsKey(\"A\") ? 1 : 2;"))
                .containsExactly("1", "2");
    }

    @Test
    void whatIsComputedOnceIsTheSameEachTime() throws IOException {
        String memo = "com.google.common.base.Suppliers.memoize(() -> new StringBuilder())";
        assertThat(returned("Supplier<Object> s = " + memo + "; return s.get() == s.get();"))
                .doesNotContain("false");
        assertThat(returned("ThreadLocal<Integer> t = ThreadLocal.withInitial(() -> 4); return t.get();"))
                .containsExactly("4");
        assertThat(returned(
                        "ThreadLocal<Integer> t = new ThreadLocal<>() { protected Integer initialValue() { return 4; } };"
                                + " return t.get();"))
                .containsExactly("4");
        assertThat(returned(
                        "ThreadLocal<Integer> t = new ThreadLocal<>() { protected Integer initialValue() { return 4; } };"
                                + " t.set(5); return t.get();"))
                .containsExactly("5");
        assertThat(returned(
                        "ThreadLocal<Integer> t = new ThreadLocal<>() { protected Integer initialValue() { return 4; } };"
                                + " t.set(5); t.remove(); return t.get();"))
                .containsExactly("4");
    }

    @Test
    void aCacheComputesWhatItLacks() throws IOException {
        String cache = "com.github.benmanes.caffeine.cache.Caffeine.newBuilder().maximumSize(5).build(";
        assertThat(returned("var c = " + cache + "key -> key + \"!\"); return c.get(\"a\");"))
                .contains("a!");
        assertThat(returned("var c = " + cache + "); return c.get(\"a\", key -> key + \"?\");"))
                .contains("a?");
        assertThat(returned("var c = " + cache + "); c.put(\"a\", 3); return c.getIfPresent(\"a\");"))
                .containsExactly("3");
        assertThat(returned("var c = " + cache + "); c.put(\"a\", 3); return c.asMap().get(\"a\");"))
                .containsExactly("3");
    }

    @Test
    void objectsThatMayBeNullAreReplaced() throws IOException {
        assertThat(returned("return Objects.requireNonNull(maybe ? 1 : null);")).containsExactly("1");
        assertThat(returned("return Objects.requireNonNullElse(maybe ? 1 : null, 2);"))
                .containsExactly("1", "2");
        assertThat(returned("return Objects.requireNonNullElseGet(maybe ? 1 : null, () -> 2);"))
                .containsExactly("1", "2");
    }

    @Test
    void textsTravelThroughOtherClasses() throws IOException {
        assertThat(returned("return java.net.URI.create(\"jdbc:x\");")).containsExactly("jdbc:x");
        assertThat(returned("return new java.net.URI(\"jdbc:x\");")).containsExactly("jdbc:x");
        assertThat(returned("return new String(\"a\");")).containsExactly("a");
        assertThat(returned("return java.text.MessageFormat.format(\"a {0} b\", 1);"))
                .containsExactly("a 1 b");
        assertThat(returned(
                        "StringBuilder b = new StringBuilder(\"a\"); b.append(1).append(\"c\"); return b.toString();"))
                .containsExactly("a1c");
        assertThat(returned("return Db.class.getName();")).containsExactly("?");
    }

    private List<String> returned(String statements) throws IOException {
        return returned("", statements);
    }

    private List<String> returned(String members, String statements) throws IOException {
        return Snippet.run(folder, members, statements).returned();
    }
}
