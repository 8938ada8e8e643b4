/**
 * Rules about who may read or open sessions; may import {@code rule}, {@code facts}, {@code value} and {@code source}.
 */
@NullMarked
package io.github.lambdadb.rules.security;

import org.jspecify.annotations.NullMarked;
