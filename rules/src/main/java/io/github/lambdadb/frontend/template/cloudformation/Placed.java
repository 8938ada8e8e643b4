package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.function.Consumer;

/** A resource in its stack, under a name that is unique among the stacks nested in each other. */
record Placed(String id, Stack stack, TemplateResource resource, Consumer<Obstacle> gaps) {
    String type() {
        return resource.type();
    }

    Location location() {
        return resource.location();
    }

    Section properties() {
        return section("Properties");
    }

    Section metadata() {
        return section("Metadata");
    }

    private Section section(String key) {
        return Section.of(
                resource.body().get(key), stack.evaluator(resource), gaps, "'" + resource.id() + "'", Evidence.none());
    }
}
