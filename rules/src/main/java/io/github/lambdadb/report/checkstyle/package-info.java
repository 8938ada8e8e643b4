/** The report as Checkstyle XML for build servers; may import {@code report}, {@code issue}, {@code facts} and the packages below them. */
@NullMarked
package io.github.lambdadb.report.checkstyle;

import org.jspecify.annotations.NullMarked;
