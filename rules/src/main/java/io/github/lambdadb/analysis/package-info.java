/**
 * The way from program, configuration and templates to facts; may import {@code ir}, {@code knowledge}, {@code facts}
 * and the packages below them, never a rule or a report.
 */
@NullMarked
package io.github.lambdadb.analysis;

import org.jspecify.annotations.NullMarked;
