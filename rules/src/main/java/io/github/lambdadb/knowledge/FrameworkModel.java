package io.github.lambdadb.knowledge;

import java.util.List;

/**
 * How a framework finds its configuration.
 *
 * @param name how people call it
 * @param markers artifacts {@code group:artifact} of which one on the class path means that the framework is used
 * @param files the files that are looked for, the weakest first
 * @param everyRoot whether a file is read from every folder and jar of the class path, not from the first that has it
 * @param json an environment variable that holds keys and values as JSON and beats all others; empty when there is none
 * @param imports the key that names further files and stores; empty when there is none
 * @param elsewhere keys that say that files or servers outside of the class path are asked too
 */
public record FrameworkModel(
        String id,
        String name,
        List<String> markers,
        Keys keys,
        Variables variables,
        List<ConfigurationFiles> files,
        boolean everyRoot,
        ProfileModel profiles,
        String json,
        String imports,
        List<String> elsewhere) {
    /** When two spellings of a part of a key are the same. */
    public enum Keys {
        /** Case, dashes and underscores do not count: {@code maxSize}, {@code max-size}, {@code MAX_SIZE}, {@code maxsize}. */
        RELAXED,
        /** The borders of words may be a dash, an underscore or a capital: {@code maxSize}, {@code max-size}, {@code max_size}. */
        HYPHENATED,
        /** As written, quotes around a part aside. */
        EXACT
    }

    /** How the name of the environment variable that sets a key is made; case does not count. */
    public enum Variables {
        /** Dots become underscores, dashes vanish or become underscores: {@code A_MAXSIZE} or {@code A_MAX_SIZE}. */
        DASHES_MAY_VANISH,
        /** All that is neither letter nor digit becomes an underscore: {@code A_MAX_SIZE}. */
        UNDERSCORES
    }

    /**
     * Files of one name.
     *
     * @param folders where they are looked for below the root of the class path, the weakest first
     * @param extensions their formats without a dot, the weakest first
     */
    public record ConfigurationFiles(String stem, List<String> folders, List<String> extensions) {
        public ConfigurationFiles {
            folders = List.copyOf(folders);
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * How parts of the configuration are switched on.
     *
     * @param active keys whose value lists the active profiles, the last one the strongest; the first key that is set counts
     * @param included a key that adds profiles to them; empty when there is none
     * @param groups a prefix of keys that name further profiles of a profile; empty when there is none
     * @param otherwise what is active when nothing says it
     * @param before what is active on Lambda, weaker than what is said
     * @param after what is active on Lambda, stronger than what is said
     * @param documents keys by which a document of a file says for which profiles it is
     * @param platforms keys by which a document says for which cloud platform it is; Lambda is none
     * @param prefix with which a key begins that is for one profile ({@code %prod.}); empty when there is none
     * @param saidInFiles whether the keys that activate count in files, not in the environment alone
     */
    public record ProfileModel(
            List<String> active,
            String included,
            String groups,
            List<String> otherwise,
            List<String> before,
            List<String> after,
            List<String> documents,
            List<String> platforms,
            String prefix,
            boolean saidInFiles) {
        public ProfileModel {
            active = List.copyOf(active);
            otherwise = List.copyOf(otherwise);
            before = List.copyOf(before);
            after = List.copyOf(after);
            documents = List.copyOf(documents);
            platforms = List.copyOf(platforms);
        }
    }

    public FrameworkModel {
        markers = List.copyOf(markers);
        files = List.copyOf(files);
        elsewhere = List.copyOf(elsewhere);
    }
}
