package io.github.lambdadb.knowledge;

import java.util.List;

/**
 * A container that makes objects and gives them to each other.
 *
 * @param name how people call it
 * @param starts types of which a call or construction with class literals starts a container of these classes
 * @param lookups methods that return an object by the literal of its class
 * @param scans annotations that make it look for components in packages
 * @param components annotations of classes that it makes an object of
 * @param factories annotations of methods whose results it keeps
 * @param imports annotations that name further classes
 * @param conditions beginnings of simple names of annotations under which an object may be left out
 */
public record ContainerModel(
        String name,
        List<String> starts,
        List<String> lookups,
        List<String> scans,
        List<String> components,
        List<String> factories,
        List<String> imports,
        List<String> conditions) {
    public ContainerModel {
        starts = List.copyOf(starts);
        lookups = List.copyOf(lookups);
        scans = List.copyOf(scans);
        components = List.copyOf(components);
        factories = List.copyOf(factories);
        imports = List.copyOf(imports);
        conditions = List.copyOf(conditions);
    }
}
