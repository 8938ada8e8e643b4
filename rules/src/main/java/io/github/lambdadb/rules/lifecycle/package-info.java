/**
 * Rules about what is opened, closed and kept; may import {@code rule}, {@code facts}, {@code value} and {@code source}.
 */
@NullMarked
package io.github.lambdadb.rules.lifecycle;

import org.jspecify.annotations.NullMarked;
