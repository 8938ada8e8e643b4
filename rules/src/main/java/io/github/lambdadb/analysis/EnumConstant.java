package io.github.lambdadb.analysis;

/** A constant of a library's enum. */
record EnumConstant(String type, String name) {
    @Override
    public String toString() {
        return name;
    }
}
