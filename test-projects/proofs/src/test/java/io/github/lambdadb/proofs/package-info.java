/** What rules claim of pools, drivers and servers, shown on real servers that are started for it; sessions are counted there. */
@NullMarked
package io.github.lambdadb.proofs;

import org.jspecify.annotations.NullMarked;
