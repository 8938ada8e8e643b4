/**
 * Files, places in them, and the evidence that leads from one place to the next; imports nothing but {@code java.*}.
 */
@NullMarked
package io.github.lambdadb.source;

import org.jspecify.annotations.NullMarked;
