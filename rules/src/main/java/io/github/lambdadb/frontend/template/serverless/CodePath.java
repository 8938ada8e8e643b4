package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.frontend.template.RelativePaths;
import io.github.lambdadb.value.Value;
import java.util.Optional;

/** Where the code of a function lies: the artifact that it, or the service, is packaged from. */
final class CodePath {
    private final Service service;

    CodePath(Service service) {
        this.service = service;
    }

    /** The path relative to the root; empty when no artifact is named. */
    Optional<Value<String>> of(Answer function) {
        Answer own = service.below(function, "package", "artifact");
        Answer named = own.isNothing() ? service.part("package", "artifact") : own;
        return service.text(named).map(path -> path.map(this::resolved));
    }

    private Optional<String> resolved(String path) {
        if (path.startsWith("${") || path.startsWith("s3:") || path.startsWith("https:")) {
            return Optional.of(path);
        }
        String file = service.files().reported(service.file());
        int end = file.lastIndexOf('/');
        return RelativePaths.resolved(end < 0 ? "" : file.substring(0, end), path);
    }
}
