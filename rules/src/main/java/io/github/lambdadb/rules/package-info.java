/**
 * The rules that come with this project, one package a category; may import {@code rule}, {@code facts}, {@code value}
 * and {@code source}, and of the JDK only {@code java.util} and {@code java.time}.
 */
@NullMarked
package io.github.lambdadb.rules;

import org.jspecify.annotations.NullMarked;
