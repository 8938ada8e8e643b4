/**
 * The small representation of a program that the analysis works on, free of any syntax tree; may import
 * {@code source}.
 */
@NullMarked
package io.github.lambdadb.ir;

import org.jspecify.annotations.NullMarked;
