/**
 * Works out which text of the analysed files has to change for what a rule proposes. It reads the files once more; nothing is
 * written.
 */
@NullMarked
package io.github.lambdadb.fix;

import org.jspecify.annotations.NullMarked;
