package io.github.lambdadb.facts;

/**
 * Names a thing of the analysed program independent of lines: the file, the signature of the member it stands in
 * ({@code com.acme.Db.open(String)}, {@code com.acme.Db.<clinit>()}) and its own name there ({@code dataSource}).
 */
public record Subject(String file, String member, String name) {}
