/**
 * What is known about a value, how surely, and where it was set; may import {@code source}.
 */
@NullMarked
package io.github.lambdadb.value;

import org.jspecify.annotations.NullMarked;
