package io.github.lambdadb.ir;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Optional;

/** The configuration of a module without any. */
enum NothingSet implements Configuration {
    INSTANCE;

    @Override
    public Optional<Value<String>> get(String key) {
        return Optional.empty();
    }

    @Override
    public List<Entry> below(String prefix) {
        return List.of();
    }

    @Override
    public Optional<Location> firstKey(String prefix) {
        return Optional.empty();
    }

    @Override
    public List<String> names(String prefix) {
        return List.of();
    }

    @Override
    public boolean isComplete() {
        return true;
    }
}
