/** The report as JUnit XML for test reports; may import {@code report}, {@code issue}, {@code facts} and the packages below them. */
@NullMarked
package io.github.lambdadb.report.junit;

import org.jspecify.annotations.NullMarked;
