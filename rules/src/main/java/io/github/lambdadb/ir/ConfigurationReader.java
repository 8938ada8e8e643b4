package io.github.lambdadb.ir;

import io.github.lambdadb.value.Value;
import java.util.Map;

/** Reads the configuration of the analysed module as a framework does. */
@FunctionalInterface
public interface ConfigurationReader {
    /** What the framework of that id sees in processes with these environment variables. */
    Configuration read(String framework, Map<String, Value<String>> environment);
}
