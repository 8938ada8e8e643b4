package io.github.lambdadb.knowledge;

/** A driver in front of another: URLs that start with {@code prefix} mean those that start with {@code replacement}. */
public record WrapperModel(String id, String name, String prefix, String replacement) {}
