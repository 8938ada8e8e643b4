/**
 * Services of the Serverless Framework, read without running anything; may import {@code document}, {@code facts},
 * {@code value} and {@code source}.
 */
@NullMarked
package io.github.lambdadb.frontend.template.serverless;

import org.jspecify.annotations.NullMarked;
