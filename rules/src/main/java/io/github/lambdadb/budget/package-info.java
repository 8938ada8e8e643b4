/**
 * Whether all sessions that functions may open fit into what their databases accept; may import {@code facts}, {@code value} and
 * {@code source}.
 */
@NullMarked
package io.github.lambdadb.budget;

import org.jspecify.annotations.NullMarked;
