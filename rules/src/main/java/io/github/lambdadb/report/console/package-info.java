/**
 * The report as lines for a terminal, and the rules' manual for one; may import {@code report}, {@code issue}, {@code facts} and the packages
 * below them.
 */
@NullMarked
package io.github.lambdadb.report.console;

import org.jspecify.annotations.NullMarked;
