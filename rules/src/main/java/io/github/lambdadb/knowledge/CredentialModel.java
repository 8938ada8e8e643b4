package io.github.lambdadb.knowledge;

import java.util.List;

/**
 * What gives a program the password that it logs in with.
 *
 * @param type qualified name; its subtypes count too
 * @param tokens methods that make a token which opens sessions for a quarter of an hour
 * @param secrets methods that read what is kept elsewhere, and may be changed there
 */
public record CredentialModel(String type, List<String> tokens, List<String> secrets) {
    public CredentialModel {
        tokens = List.copyOf(tokens);
        secrets = List.copyOf(secrets);
    }
}
