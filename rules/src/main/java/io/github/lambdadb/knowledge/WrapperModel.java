package io.github.lambdadb.knowledge;

/**
 * A driver in front of another: URLs that start with {@code prefix} mean those that start with {@code replacement}.
 *
 * @param hasOwnTimeouts whether it has timeouts of its own, or takes those of the other for something else; otherwise it hands
 *     them through
 */
public record WrapperModel(String id, String name, String prefix, String replacement, boolean hasOwnTimeouts) {}
