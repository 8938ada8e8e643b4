package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.frontend.template.terraform.Body.Argument;
import io.github.lambdadb.frontend.template.terraform.Body.Block;
import io.github.lambdadb.frontend.template.terraform.Expression.Entry;
import io.github.lambdadb.frontend.template.terraform.Expression.Literal;
import io.github.lambdadb.frontend.template.terraform.Expression.Mapping;
import io.github.lambdadb.frontend.template.terraform.Expression.Null;
import io.github.lambdadb.frontend.template.terraform.Expression.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a file of Terraform's JSON as if it had been written in Terraform's language. */
final class HclJson {
    /** How many labels a block of that sort has; only these sorts matter here. */
    private static final Map<String, Integer> LABELS =
            Map.of("resource", 2, "data", 2, "module", 1, "variable", 1, "output", 1, "locals", 0);

    private HclJson() {}

    static Body body(Node document) {
        List<Block> blocks = new ArrayList<>();
        document.asMapping()
                .ifPresent(top -> top.entries().forEach(entry -> {
                    Integer labels = LABELS.get(entry.key().text());
                    if (labels != null) {
                        addBlocks(
                                blocks,
                                new Block(
                                        entry.key().text(),
                                        List.of(),
                                        empty(),
                                        entry.key().location()),
                                entry.value(),
                                labels);
                    }
                }));
        return new Body(List.of(), blocks);
    }

    /** The values of a file of variables. */
    static List<Argument> arguments(Node document) {
        return document.asMapping().stream()
                .flatMap(mapping -> mapping.entries().stream())
                .filter(entry -> !entry.key().text().equals("//"))
                .map(entry -> new Argument(
                        entry.key().text(),
                        expression(entry.value()),
                        entry.key().location()))
                .toList();
    }

    private static Body empty() {
        return new Body(List.of(), List.of());
    }

    private static void addBlocks(List<Block> blocks, Block head, Node node, int labels) {
        if (node instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> addBlocks(blocks, head, item, labels));
        } else if (labels == 0) {
            blocks.add(new Block(head.type(), head.labels(), new Body(arguments(node), List.of()), head.at()));
        } else {
            node.asMapping()
                    .ifPresent(mapping -> mapping.entries().forEach(entry -> {
                        List<String> longer = new ArrayList<>(head.labels());
                        longer.add(entry.key().text());
                        Block labelled = new Block(
                                head.type(), longer, empty(), entry.key().location());
                        addBlocks(blocks, labelled, entry.value(), labels - 1);
                    }));
        }
    }

    private static Expression expression(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return new Tuple(sequence.items().stream().map(HclJson::expression).toList(), node.location());
        }
        if (node instanceof Node.Mapping mapping) {
            return new Mapping(
                    mapping.entries().stream()
                            .map(entry -> new Entry(
                                    HclTemplates.of(
                                            entry.key().text(), entry.key().location()),
                                    expression(entry.value())))
                            .toList(),
                    node.location());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        if (scalar.isNothing()) {
            return new Null(scalar.location());
        }
        return scalar.plain()
                ? new Literal(scalar.text(), scalar.location())
                : HclTemplates.of(scalar.text(), scalar.location());
    }
}
