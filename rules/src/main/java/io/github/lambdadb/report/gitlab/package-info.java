/** The report as GitLab's Code Quality JSON; may import {@code report}, {@code issue}, {@code facts} and the packages below them. */
@NullMarked
package io.github.lambdadb.report.gitlab;

import org.jspecify.annotations.NullMarked;
