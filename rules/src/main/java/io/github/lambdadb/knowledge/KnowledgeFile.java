package io.github.lambdadb.knowledge;

/** A knowledge file that does not come with this jar: its name as messages show it, and its text. */
public record KnowledgeFile(String name, String text) {}
