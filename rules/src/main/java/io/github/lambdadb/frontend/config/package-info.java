/**
 * What the configuration files of a framework and the environment of a function set, and where; may import {@code ir},
 * {@code knowledge}, {@code document}, {@code facts}, {@code value} and {@code source}.
 */
@NullMarked
package io.github.lambdadb.frontend.config;

import org.jspecify.annotations.NullMarked;
