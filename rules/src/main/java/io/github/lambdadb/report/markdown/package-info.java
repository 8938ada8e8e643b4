/** The report as a summary in Markdown for pull requests; may import {@code report}, {@code issue}, {@code facts} and the packages below them. */
@NullMarked
package io.github.lambdadb.report.markdown;

import org.jspecify.annotations.NullMarked;
