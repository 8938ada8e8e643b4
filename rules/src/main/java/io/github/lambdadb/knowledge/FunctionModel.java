package io.github.lambdadb.knowledge;

import java.util.List;
import java.util.Map;

/**
 * How functions are recognised in code.
 *
 * @param interfaces handler interfaces and base classes of libraries, each with the method that an invocation calls
 * @param harmless prefixes of qualified type names whose methods neither keep nor change what they are given
 * @param extensions parts of the names of layers that bring an extension, in lower case
 */
public record FunctionModel(Map<String, String> interfaces, List<String> harmless, List<String> extensions) {
    public FunctionModel {
        interfaces = Map.copyOf(interfaces);
        harmless = List.copyOf(harmless);
        extensions = List.copyOf(extensions);
    }
}
