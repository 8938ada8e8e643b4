package io.github.lambdadb.knowledge;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the methods of a type mean for the connection behind an object of it.
 *
 * @param type qualified name; its subtypes count too
 * @param borrows methods that take a connection, session or handle from a source and return it
 * @param derives methods that return another object working on the same connection; {@code *} means all others
 * @param queries methods that need a live session; a trailing {@code *} stands for any ending
 * @param validates methods that ask the server whether the session lives
 * @param bookkeeping methods that look like a liveness check and ask nobody
 * @param closes methods that give the session back or end it
 * @param evicts methods of a source that end its idle sessions
 * @param shares those of {@code borrows} whose session someone else closes
 * @param registers methods that take what is to be closed with the object, and return it
 * @param changesSchema those of {@code queries} that may change the schema
 * @param declares methods that get a configuration file that declares the source, and return an object working on it
 * @param wraps whether a constructor or static method that gets a source or connection returns an object working on it
 */
public record CallModel(
        String type,
        List<String> borrows,
        List<String> derives,
        List<String> queries,
        List<String> validates,
        List<String> bookkeeping,
        List<String> closes,
        List<String> evicts,
        List<String> shares,
        List<String> registers,
        List<String> changesSchema,
        List<String> declares,
        boolean wraps) {
    public CallModel {
        borrows = List.copyOf(borrows);
        derives = List.copyOf(derives);
        queries = List.copyOf(queries);
        validates = List.copyOf(validates);
        bookkeeping = List.copyOf(bookkeeping);
        closes = List.copyOf(closes);
        evicts = List.copyOf(evicts);
        shares = List.copyOf(shares);
        registers = List.copyOf(registers);
        changesSchema = List.copyOf(changesSchema);
        declares = List.copyOf(declares);
    }

    /** Whether a call of the method means anything for a connection. */
    public boolean hasMeaning(String method) {
        return Stream.of(borrows, derives, queries, validates, bookkeeping, closes, evicts, registers)
                .anyMatch(patterns -> names(patterns, method));
    }

    /** Whether the method's name is in the list, a trailing {@code *} standing for any ending. */
    public static boolean names(List<String> patterns, String method) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? method.startsWith(pattern.substring(0, pattern.length() - 1))
                        : pattern.equals(method));
    }
}
