package io.github.lambdadb.report;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The installed reporters. */
public final class Reporters {
    private Reporters() {}

    /** Those of this project and of every jar beside it, sorted by name. */
    public static List<Reporter> installed() {
        return ServiceLoader.load(Reporter.class, Reporters.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Reporter::name))
                .toList();
    }
}
