package io.github.lambdadb.facts;

/** The settings of a connection source that rules ask for, whatever the library calls them. */
public enum Property {
    MAXIMUM_SIZE(Type.NUMBER),
    MINIMUM_IDLE(Type.NUMBER),
    MAXIMUM_IDLE(Type.NUMBER),
    INITIAL_SIZE(Type.NUMBER),
    IDLE_TIMEOUT(Type.DURATION),
    EVICTION_INTERVAL(Type.DURATION),
    MAX_LIFETIME(Type.DURATION),
    KEEPALIVE_TIME(Type.DURATION),
    CONNECTION_TIMEOUT(Type.DURATION),
    INITIALIZATION_FAIL_TIMEOUT(Type.DURATION),
    CONNECT_TIMEOUT(Type.DURATION),
    LOGIN_TIMEOUT(Type.DURATION),
    SOCKET_TIMEOUT(Type.DURATION),
    QUERY_TIMEOUT(Type.DURATION),
    VALIDATES_ON_BORROW(Type.FLAG),
    VALIDATION_IDLE(Type.DURATION),
    VALIDATION_TIMEOUT(Type.DURATION),
    VALIDATION_QUERY(Type.TEXT),
    LEAK_DETECTION_THRESHOLD(Type.DURATION),
    INIT_SQL(Type.TEXT),
    AUTO_COMMIT(Type.FLAG),
    URL(Type.TEXT),
    USER(Type.TEXT),
    PASSWORD(Type.TEXT),
    HOST(Type.TEXT),
    DATABASE(Type.TEXT),
    DRIVER_CLASS(Type.TEXT),
    DATA_SOURCE_CLASS(Type.TEXT),
    PROGRAM_NAME(Type.TEXT),
    SESSION_VARIABLES(Type.TEXT),
    /** One of {@link Encryption}. */
    ENCRYPTION(Type.TEXT),
    POOL_NAME(Type.TEXT),
    CONNECTION_PROVIDER(Type.TEXT);

    /** How the value is to be read. */
    public enum Type {
        NUMBER,
        DURATION,
        FLAG,
        TEXT
    }

    private final Type type;

    Property(Type type) {
        this.type = type;
    }

    public Type type() {
        return type;
    }
}
