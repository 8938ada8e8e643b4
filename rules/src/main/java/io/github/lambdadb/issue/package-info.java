/**
 * Findings as the user meets them: with severity, fingerprint and status; may import {@code rule}, {@code facts} and
 * the packages below them.
 */
@NullMarked
package io.github.lambdadb.issue;

import org.jspecify.annotations.NullMarked;
