package io.github.lambdadb.architecture.guilty.facts;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.InputStream;

/** Imports what its room may not, the world and the floor above among it. */
public class Guilty {
    static int changes;
    JavaClass foreign;
    InputStream world;
    io.github.lambdadb.architecture.guilty.rule.Guilty above;
}
