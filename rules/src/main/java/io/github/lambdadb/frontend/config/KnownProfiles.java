package io.github.lambdadb.frontend.config;

import io.github.lambdadb.knowledge.FrameworkModel;
import io.github.lambdadb.knowledge.FrameworkModel.ConfigurationFiles;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The profiles that files, documents or keys are for; those of tests are left out, for nothing deployed activates them. */
final class KnownProfiles {
    private static final Set<String> TESTS =
            Set.of("test", "tests", "testing", "it", "unittest", "unittests", "integrationtest", "integrationtests");
    private static final Pattern BORDER = Pattern.compile("[-_.]");

    private final FrameworkModel framework;
    private final ConfigFiles files;
    private final KeySpelling spelling;
    private final Set<String> names = new TreeSet<>();

    private KnownProfiles(FrameworkModel framework, ConfigFiles files) {
        this.framework = framework;
        this.files = files;
        this.spelling = new KeySpelling(framework.keys());
    }

    static Set<String> of(FrameworkModel framework, ConfigFiles files) {
        KnownProfiles profiles = new KnownProfiles(framework, files);
        framework.files().forEach(profiles::addOf);
        profiles.names.removeIf(KnownProfiles::isOfTests);
        return profiles.names;
    }

    private void addOf(ConfigurationFiles group) {
        for (String folder : group.folders()) {
            String start = folder.isEmpty() ? "" : folder + "/";
            String path = start + group.stem();
            String parent = path.substring(0, path.lastIndexOf('/') + 1);
            String stem = path.substring(parent.length()) + "-";
            for (String extension : group.extensions()) {
                String ending = "." + extension;
                files.names(parent).stream()
                        .filter(name -> name.startsWith(stem) && name.endsWith(ending))
                        .filter(name -> name.length() > stem.length() + ending.length())
                        .map(name -> name.substring(stem.length(), name.length() - ending.length()))
                        .forEach(names::add);
                files.read(path + ending).documents().forEach(this::addOf);
            }
        }
    }

    private void addOf(ConfigDocument document) {
        framework.profiles().documents().stream()
                .flatMap(key -> document.texts(spelling, key).stream())
                .forEach(condition -> names.addAll(ProfileExpression.names(condition)));
        String prefix = framework.profiles().prefix();
        document.entries().stream()
                .filter(entry -> !prefix.isEmpty() && entry.key().startsWith(prefix))
                .flatMap(entry -> ConfigDocument.list(entry.parts().get(0).substring(prefix.length())))
                .forEach(names::add);
    }

    private static boolean isOfTests(String profile) {
        return Arrays.stream(BORDER.split(profile.toLowerCase(Locale.ROOT), -1)).anyMatch(TESTS::contains);
    }
}
