/**
 * Reports as text in one format each; may import {@code issue}, {@code facts} and the packages below them, and does
 * not touch the disk.
 */
@NullMarked
package io.github.lambdadb.report;

import org.jspecify.annotations.NullMarked;
