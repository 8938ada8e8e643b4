/** The report as one HTML page for people; may import {@code report}, {@code issue}, {@code facts} and the packages below them. */
@NullMarked
package io.github.lambdadb.report.html;

import org.jspecify.annotations.NullMarked;
