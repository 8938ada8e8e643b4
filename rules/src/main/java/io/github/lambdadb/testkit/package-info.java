/**
 * What the author of a rule needs to test it, tied to no test framework; may import {@code check} and the packages
 * below it.
 */
@NullMarked
package io.github.lambdadb.testkit;

import org.jspecify.annotations.NullMarked;
