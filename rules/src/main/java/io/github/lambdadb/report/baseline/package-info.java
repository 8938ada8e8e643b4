/**
 * The baseline as the file that a team keeps beside its code; may import {@code report}, {@code issue} and the packages
 * below them.
 */
@NullMarked
package io.github.lambdadb.report.baseline;

import org.jspecify.annotations.NullMarked;
