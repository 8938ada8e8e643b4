/**
 * Terraform: its language, its JSON and its plans, read without running anything; may import {@code document}, {@code facts},
 * {@code value} and {@code source}.
 */
@NullMarked
package io.github.lambdadb.frontend.template.terraform;

import org.jspecify.annotations.NullMarked;
