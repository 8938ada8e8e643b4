/**
 * Java sources, parsed, resolved and lowered to the intermediate representation; may import {@code ir}, {@code facts}
 * and the packages below them, and, alone in this project, JavaParser.
 */
@NullMarked
package io.github.lambdadb.frontend.java;

import org.jspecify.annotations.NullMarked;
