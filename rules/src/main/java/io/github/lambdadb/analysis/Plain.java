package io.github.lambdadb.analysis;

/** The two terms that carry nothing. */
final class Plain {
    static final Term NULL = new Term.Null();
    static final Term UNSET = new Term.Unset();

    private Plain() {}
}
