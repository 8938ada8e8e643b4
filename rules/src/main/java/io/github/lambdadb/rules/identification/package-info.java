/**
 * Rules about sessions that the server cannot tell apart; may import {@code rule}, {@code facts}, {@code value} and
 * {@code source}.
 */
@NullMarked
package io.github.lambdadb.rules.identification;

import org.jspecify.annotations.NullMarked;
