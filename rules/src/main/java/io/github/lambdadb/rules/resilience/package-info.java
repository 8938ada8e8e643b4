/**
 * Rules about sessions that died while nobody looked; may import {@code rule}, {@code facts}, {@code value} and
 * {@code source}.
 */
@NullMarked
package io.github.lambdadb.rules.resilience;

import org.jspecify.annotations.NullMarked;
