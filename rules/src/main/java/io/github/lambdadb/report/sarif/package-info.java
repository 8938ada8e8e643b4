/**
 * The report as SARIF 2.1.0; may import {@code report}, {@code issue}, {@code facts} and the packages
 * below them.
 */
@NullMarked
package io.github.lambdadb.report.sarif;

import org.jspecify.annotations.NullMarked;
