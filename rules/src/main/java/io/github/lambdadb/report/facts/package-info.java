/**
 * The facts as text for people; may import {@code report}, {@code issue}, {@code facts} and the packages
 * below them.
 */
@NullMarked
package io.github.lambdadb.report.facts;

import org.jspecify.annotations.NullMarked;
