/** Changes of files as a patch that {@code git apply} takes. */
@NullMarked
package io.github.lambdadb.report.patch;

import org.jspecify.annotations.NullMarked;
