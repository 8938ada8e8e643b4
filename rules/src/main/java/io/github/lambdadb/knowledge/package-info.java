/**
 * What is known about pools, drivers and frameworks, read from data files; may import {@code facts}, {@code document}
 * and the packages below them.
 */
@NullMarked
package io.github.lambdadb.knowledge;

import org.jspecify.annotations.NullMarked;
