package io.github.lambdadb.ir;

import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.source.SuppressionMark;
import java.util.List;
import java.util.Optional;

/**
 * The analysed program, parsed and lowered on demand: asking for a type is what makes its file be read. Answers are cached
 * and never throw; what cannot be read becomes a {@link Gap}.
 */
public interface Program {
    /** The type of that qualified name, from the sources; empty when the sources do not have it. */
    Optional<TypeDecl> type(String name);

    /** The signature of a type that the class path or the running JDK has; empty when neither does. */
    Optional<LibraryType> library(String name);

    /**
     * The types of the sources that extend or implement the type, directly or through others (source or library), sorted by
     * name, the type itself not included. Only files whose bytes can matter are parsed.
     */
    List<TypeDecl> subtypes(String name);

    /** The types of the sources that carry the annotation themselves, sorted by name. */
    List<TypeDecl> annotated(String annotation);

    /**
     * The static type of the expression that starts at that place, asked of the symbol solver, with a budget; empty when it
     * does not know. The last resort, when names, imports and declared types do not tell.
     */
    Optional<TypeName> solve(Expr expression);

    /** The text of a resource of the class path of the analysed module ({@code db.properties}); empty when it is not there. */
    Optional<Resource> resource(String path);

    /** The resolved version of an artifact {@code group:artifact}; empty when it is not known. */
    Optional<String> version(String artifact);

    /** Whether the file belongs to the analysed module itself, not to a sibling it depends on. */
    boolean isOwn(String file);

    /** Suppression marks of the files that were lowered, and of any other file on demand. */
    List<SuppressionMark> suppressions(String file);

    /** What could not be read so far. */
    List<Gap> gaps();

    /** How much was read so far. */
    Coverage coverage();

    /** A resource: its path relative to the analysed root, and its text. */
    record Resource(String file, String text) {}
}
