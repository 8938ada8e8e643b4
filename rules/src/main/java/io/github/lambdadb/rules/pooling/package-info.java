/**
 * Rules about how many connections a pool may open; may import {@code rule}, {@code facts}, {@code value} and
 * {@code source}.
 */
@NullMarked
package io.github.lambdadb.rules.pooling;

import org.jspecify.annotations.NullMarked;
