/**
 * CloudFormation and SAM templates as deployed functions and databases. {@code CloudFormation} is the door; a {@code Stack} is a
 * template with its arguments, an {@code Evaluator} tells what its expressions may come to, a {@code Section} reads properties,
 * and one reader a kind of resource makes records of them. May import what {@code frontend.template} may.
 */
@NullMarked
package io.github.lambdadb.frontend.template.cloudformation;

import org.jspecify.annotations.NullMarked;
