/** The report as workflow commands of GitHub Actions; may import {@code report}, {@code issue}, {@code facts} and the packages below them. */
@NullMarked
package io.github.lambdadb.report.github;

import org.jspecify.annotations.NullMarked;
