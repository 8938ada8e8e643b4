package io.github.lambdadb.analysis;

/** What the state says of one connection: whether it is closed. */
final class ConnectionState {
    private static final String CLOSED = "#closed";

    private ConnectionState() {}

    static Key closedKey(HeapObject connection) {
        return Key.field(connection, CLOSED);
    }

    /** Closed on every path that leads here. */
    static boolean isClosed(Store store, HeapObject connection) {
        return store.get(closedKey(connection))
                .filter(term -> term instanceof Term.Constant constant && Boolean.TRUE.equals(constant.value()))
                .isPresent();
    }
}
