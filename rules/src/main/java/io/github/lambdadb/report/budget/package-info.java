/** The connection budget as a table for the terminal. */
@NullMarked
package io.github.lambdadb.report.budget;

import org.jspecify.annotations.NullMarked;
