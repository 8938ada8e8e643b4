/**
 * Rules about sessions that outlive their use; may import {@code rule}, {@code facts}, {@code value} and
 * {@code source}.
 */
@NullMarked
package io.github.lambdadb.rules.timeouts;

import org.jspecify.annotations.NullMarked;
