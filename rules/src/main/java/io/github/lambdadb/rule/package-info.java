/**
 * What a rule is, what it sees and what it says; may import {@code facts}, {@code value} and {@code source}.
 */
@NullMarked
package io.github.lambdadb.rule;

import org.jspecify.annotations.NullMarked;
