/**
 * The Maven goals, each of which gathers its input, calls the engine, writes and fails; may import {@code check},
 * {@code report}, {@code issue} and Maven, never the front ends, the analysis or what they work on.
 */
@NullMarked
package io.github.lambdadb.plugin;

import org.jspecify.annotations.NullMarked;
