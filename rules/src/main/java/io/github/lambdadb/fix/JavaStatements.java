package io.github.lambdadb.fix;

import io.github.lambdadb.frontend.java.JavaOutline.Settable;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Location;
import java.util.Optional;

/** New statements that set up an object beside the statement which creates it. */
record JavaStatements(Texts texts) {
    /** The object, among those of the product's types, that is made there or that it is made of. */
    Optional<Settable> settable(SourceModel product, Location creation) {
        return texts.outline(creation.file())
                .flatMap(outline -> outline.settables(creation).stream()
                        .filter(each -> isOf(product, each.type()))
                        .findFirst());
    }

    private static boolean isOf(SourceModel product, String type) {
        return product.types().keySet().stream().anyMatch(known -> known.equals(type) || known.endsWith("." + type));
    }

    /** The call, {@code setMaximumPoolSize(1)}, as a statement of its own; empty if others share the line. */
    Optional<TextEdit> call(Settable object, String call) {
        Location statement = object.statement();
        return texts.of(statement.file()).flatMap(file -> {
            String line = file.indentation(statement.line()) + object.name() + "." + call + ";";
            if (object.isBefore()) {
                return isFirstOfItsLine(file, statement)
                        ? Optional.of(file.insertion(
                                statement.line(), file.startOfLine(statement.line()), line + file.lineEnding()))
                        : Optional.empty();
            }
            return isLastOfItsLine(file, statement)
                    ? Optional.of(file.newLineAfter(statement.endLine(), line))
                    : Optional.empty();
        });
    }

    private static boolean isFirstOfItsLine(SourceText file, Location statement) {
        return file.text()
                .substring(file.startOfLine(statement.line()), file.offset(statement.line(), statement.column()))
                .isBlank();
    }

    private static boolean isLastOfItsLine(SourceText file, Location statement) {
        String rest = file.text()
                .substring(
                        file.offset(statement.endLine(), statement.endColumn()), file.endOfLine(statement.endLine()));
        return rest.isBlank() || rest.strip().startsWith("//");
    }
}
