package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.RelativePaths;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the code of a function lies: the file that is sent, or what an archive is made of. */
final class Code {
    private static final List<String> NAMES = List.of(
            "filename", "local_existing_package", "source_path", "s3_key", "s3_existing_package", "source_code_hash");
    private static final String ARCHIVE = "data.archive_file";

    private final Inventory inventory;

    Code(Inventory inventory) {
        this.inventory = inventory;
    }

    /** The path relative to the root, or nothing when the template does not tell. */
    Term of(Resource function) {
        return NAMES.stream()
                .map(name -> path(function, name, function.argument(name)))
                .filter(term -> !term.isNothing())
                .findFirst()
                .orElse(Terms.nothing());
    }

    private Term path(Resource function, String name, Term said) {
        List<Resource> archives = inventory.meant(said, ARCHIVE);
        if (!archives.isEmpty()) {
            return archived(archives.get(0));
        }
        List<Resource> objects = inventory.meant(said, "aws_s3_object", "aws_s3_bucket_object");
        if (!objects.isEmpty() && !name.equals("filename")) {
            return path(objects.get(0), "filename", objects.get(0).argument("source"));
        }
        return switch (name) {
            case "filename", "local_existing_package" -> resolved(function, said);
            case "source_path" -> resolved(function, said.items().isPresent() ? folder(said) : said);
            case "source_code_hash" -> hashed(function, said);
            default -> Terms.nothing();
        };
    }

    private static Term archived(Resource archive) {
        return Stream.of("source_file", "source_dir", "output_path")
                .map(archive::argument)
                .filter(term -> !term.isNothing())
                .findFirst()
                .map(term -> resolved(archive, term))
                .orElse(Terms.nothing());
    }

    /** Of several folders, or of mappings with a path, the first. */
    private static Term folder(Term list) {
        Term first = list.entries().isPresent() ? list : list.member("0");
        return first.entries().isPresent() ? first.member("path") : first;
    }

    private static Term hashed(Resource function, Term hash) {
        Optional<String> path = hash.sources().stream()
                .filter(source -> source.startsWith(Functions.FILE))
                .findFirst()
                .flatMap(
                        source -> RelativePaths.resolved(function.folder(), source.substring(Functions.FILE.length())));
        return path.map(file -> Terms.known(file, function.location(), "the code is a file"))
                .orElse(Terms.nothing());
    }

    private static Term resolved(Resource from, Term path) {
        if (path.isNothing()) {
            return path;
        }
        Value<String> resolved = path.text()
                .map(text -> text.startsWith("${") ? Optional.of(text) : RelativePaths.resolved(from.folder(), text));
        return Terms.text(resolved, Set.of());
    }
}
