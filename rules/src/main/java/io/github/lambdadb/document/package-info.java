/**
 * YAML, JSON, properties and XML as one tree that keeps its positions, and the reader of it; may import {@code source}
 * and, alone in this project, the YAML engine.
 */
@NullMarked
package io.github.lambdadb.document;

import org.jspecify.annotations.NullMarked;
