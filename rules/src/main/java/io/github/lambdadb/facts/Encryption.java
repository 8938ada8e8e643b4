package io.github.lambdadb.facts;

/** How a driver encrypts its sessions, from the weakest. */
public enum Encryption {
    /** Never. */
    NONE,
    /** If the server asks for it, or offers it; the driver goes on in plain text otherwise. */
    OPTIONAL,
    /** Always, with whoever answers: the certificate is not checked. */
    UNVERIFIED,
    /** Always, and the certificate is checked. */
    VERIFIED
}
