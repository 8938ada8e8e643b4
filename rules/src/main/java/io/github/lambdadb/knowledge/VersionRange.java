package io.github.lambdadb.knowledge;

/** Versions of a library: {@code from} inclusive, {@code before} exclusive, either may be empty. */
public record VersionRange(String from, String before) {
    /** All versions. */
    public static VersionRange all() {
        return new VersionRange("", "");
    }

    /** Whether a version lies in the range for sure; one that is not known does so only in the range of all. */
    public boolean includes(String version) {
        return version.isEmpty() ? from.isEmpty() && before.isEmpty() : Versions.isWithin(version, from, before);
    }

    /** Whether a version may lie in the range: one that is not known may. */
    public boolean mayInclude(String version) {
        return version.isEmpty() || Versions.isWithin(version, from, before);
    }
}
