/** Rules about what all functions together ask of a database. */
@NullMarked
package io.github.lambdadb.rules.capacity;

import org.jspecify.annotations.NullMarked;
