package io.github.lambdadb.frontend.template.terraform;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Modules that many share, of which it is known what they make. */
final class RegistryModules {
    /** The collection's own names of modules, in the registry and on GitHub. */
    private static final Pattern COLLECTION = Pattern.compile(
            "(?:[\\w.:/@-]*/)?terraform-aws-modules/(?:terraform-aws-(?<git>[\\w-]+)|(?<registry>[\\w-]+)/aws)(?<rest>.*)");

    /** In front of the types of what modules make. */
    static final String PREFIX = "module/";

    static final String LAMBDA = PREFIX + "lambda";
    static final String RDS = PREFIX + "rds";
    static final String AURORA = PREFIX + "rds-aurora";
    static final String PROXY = PREFIX + "rds-proxy";
    static final Set<String> READ = Set.of(LAMBDA, RDS, AURORA, PROXY);

    private RegistryModules() {}

    /** The name of the module within the collection; the source itself for all others. */
    static String name(String source) {
        Matcher matcher = COLLECTION.matcher(source);
        if (source.length() > 500 || !matcher.matches()) {
            return source;
        }
        String name = matcher.group("git") == null ? matcher.group("registry") : matcher.group("git");
        boolean isWhole = !matcher.group("rest").matches("(?:\\.git)?//.*");
        return isWhole ? name : name + "-part";
    }

    /** Whether nothing is known of what the module of that name makes: it is not one of the collection, none of which else matters. */
    static boolean isForeign(String name) {
        return name.indexOf('/') >= 0 || name.indexOf(':') >= 0 || name.isEmpty() || name.startsWith(".");
    }
}
