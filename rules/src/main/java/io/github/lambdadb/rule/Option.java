package io.github.lambdadb.rule;

/** A setting of a rule: its key, its default and one sentence that explains it. The type is the default's. */
public record Option<T>(String key, T defaultValue, String description) {}
