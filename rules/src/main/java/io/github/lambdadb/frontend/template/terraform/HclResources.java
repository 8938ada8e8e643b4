package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Body.Block;
import java.util.List;

/** The resources that a block stands for. */
final class HclResources {
    private HclResources() {}

    static List<Resource> of(Scope scope, Block block, String address) {
        String type =
                (block.type().equals("data") ? "data." : "") + block.labels().get(0);
        return Instances.of(block.body(), scope.evaluator()).stream()
                .map(instance -> new Resource(
                        scope.address(address) + instance.suffix(),
                        type,
                        block.labels().get(1) + instance.suffix(),
                        block.at(),
                        scope.use().folder(),
                        instance.isCertain(),
                        name -> said(scope, block, address + instance.suffix(), instance.evaluator(), name)))
                .toList();
    }

    private static Term said(Scope scope, Block block, String address, Evaluator evaluator, String name) {
        return scope.once(
                address + "#" + name,
                block.at(),
                () -> Blocks.said(block.body(), name, evaluator, "'" + name + "' of '" + address + "'"));
    }
}
