/** Which templates deploy a module, and what all formats of them say together. */
@NullMarked
package io.github.lambdadb.frontend.template.module;

import org.jspecify.annotations.NullMarked;
