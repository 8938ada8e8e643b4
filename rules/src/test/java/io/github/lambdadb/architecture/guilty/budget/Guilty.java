package io.github.lambdadb.architecture.guilty.budget;

import com.tngtech.archunit.core.domain.JavaClass;

/** Imports what its room may not, and closes a cycle. */
public class Guilty {
    static int changes;
    JavaClass foreign;
    io.github.lambdadb.architecture.guilty.facts.Guilty below;
}
