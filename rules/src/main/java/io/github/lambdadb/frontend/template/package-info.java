/**
 * Infrastructure templates as deployed functions and databases; may import {@code document}, {@code facts},
 * {@code value} and {@code source}.
 */
@NullMarked
package io.github.lambdadb.frontend.template;

import org.jspecify.annotations.NullMarked;
