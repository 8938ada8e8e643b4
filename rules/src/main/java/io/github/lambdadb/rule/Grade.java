package io.github.lambdadb.rule;

/** How much of a person's judgement a change of the text needs, from the least. */
public enum Grade {
    /** Changes nothing but what the finding is about. */
    SAFE,
    /** Right for most, and somebody should look: it may refuse or end what worked before. */
    REVIEW,
    /** Only part of what has to be done: somebody must do the rest outside of this repository. It is shown, and never applied. */
    MANUAL
}
