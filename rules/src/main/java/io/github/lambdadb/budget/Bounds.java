package io.github.lambdadb.budget;

/** A number that is at least one and at most another, each with the reason, said in a clause. */
public record Bounds(long lower, String whyAtLeast, long upper, String whyAtMost) {
    /** {@code 5}, {@code 0 to 99}. */
    public String shown() {
        return lower == upper ? String.valueOf(lower) : lower + " to " + upper;
    }
}
