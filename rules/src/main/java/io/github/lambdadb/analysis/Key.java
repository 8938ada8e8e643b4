package io.github.lambdadb.analysis;

/** A place that holds a term: a local variable of a frame, a field of an object, or a static field. */
record Key(int owner, String name) {
    private static final int STATIC = -1;

    static Key local(Frame frame, String name) {
        return new Key(frame.id(), name);
    }

    static Key field(HeapObject object, String name) {
        return new Key(object.id(), name);
    }

    static Key staticField(String type, String name) {
        return new Key(STATIC, type + "." + name);
    }

    /** Present where the object exists. */
    static Key existence(int owner) {
        return new Key(owner, "#");
    }

    boolean isExistence() {
        return name.equals("#");
    }

    boolean isStatic() {
        return owner == STATIC;
    }
}
