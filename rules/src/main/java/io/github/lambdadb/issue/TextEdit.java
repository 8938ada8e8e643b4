package io.github.lambdadb.issue;

import io.github.lambdadb.source.Location;

/**
 * A piece of an input file and what takes its place; an empty range is a place between two characters.
 *
 * @param replacement in the file's own line endings
 */
public record TextEdit(Location range, String replacement) {}
