package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** What stands between the braces of a block, or in a whole file. */
record Body(List<Argument> arguments, List<Block> blocks) {
    /** {@code name = value}. */
    record Argument(String name, Expression value, Location at) {}

    /** {@code type "label" "label"} and its body; the location is that of the head. */
    record Block(String type, List<String> labels, Body body, Location at) {
        Block {
            labels = List.copyOf(labels);
        }

        boolean is(String sort, int labelCount) {
            return type.equals(sort) && labels.size() == labelCount;
        }
    }

    Body {
        arguments = List.copyOf(arguments);
        blocks = List.copyOf(blocks);
    }

    Optional<Argument> argument(String name) {
        return arguments.stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst();
    }

    List<Block> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type)).toList();
    }
}
