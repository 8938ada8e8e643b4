package io.github.lambdadb.architecture.guilty.fix;

import com.tngtech.archunit.core.domain.JavaClass;

/** Imports what its room may not. */
public class Guilty {
    static int changes;
    JavaClass foreign;
}
