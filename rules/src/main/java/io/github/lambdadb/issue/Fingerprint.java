package io.github.lambdadb.issue;

/** Identity of an issue across edits: hexadecimal, never derived from a line number or a message. */
public record Fingerprint(String value) {}
