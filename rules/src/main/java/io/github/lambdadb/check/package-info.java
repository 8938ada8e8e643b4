/**
 * The one door to a whole analysis, from request to report; may import every package but {@code report} and
 * {@code testkit}.
 */
@NullMarked
package io.github.lambdadb.check;

import org.jspecify.annotations.NullMarked;
