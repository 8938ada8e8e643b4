/**
 * The report as JSON for programs; may import {@code report}, {@code issue}, {@code facts} and the packages
 * below them.
 */
@NullMarked
package io.github.lambdadb.report.json;

import org.jspecify.annotations.NullMarked;
