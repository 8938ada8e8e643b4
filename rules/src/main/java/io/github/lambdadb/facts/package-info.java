/**
 * What exists in the analysed project: functions, pools, connections, calls and gaps, as plain records; may import
 * {@code value} and {@code source}.
 */
@NullMarked
package io.github.lambdadb.facts;

import org.jspecify.annotations.NullMarked;
