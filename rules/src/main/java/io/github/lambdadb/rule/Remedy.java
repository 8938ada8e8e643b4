package io.github.lambdadb.rule;

/**
 * What would end a finding.
 *
 * @param description a short clause in the imperative, without a full stop: {@code set maximumPoolSize to 1}
 */
public record Remedy(Grade grade, String description, Change change) {}
