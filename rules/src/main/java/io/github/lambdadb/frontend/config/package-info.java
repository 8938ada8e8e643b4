/**
 * Configuration files as entries with their places; may import {@code document}, {@code facts}, {@code value} and
 * {@code source}.
 */
@NullMarked
package io.github.lambdadb.frontend.config;

import org.jspecify.annotations.NullMarked;
