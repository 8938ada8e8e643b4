package io.github.lambdadb.proofs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a test class proves; a row of {@code docs/proofs.md}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Claim {
    /** The number of the proof: {@code T4}. */
    String id();

    /** The rules whose pages say so. */
    String[] rules();

    /** One sentence. */
    String text();

    /** Where it was seen; none: it needs no server but a socket that is silent. */
    Engine[] engines();
}
