package io.github.lambdadb.analysis;

import io.github.lambdadb.analysis.EntryPoints.EntryPoint;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Inside;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Handlers of the module that a framework's class runs in their place. */
final class DispatchedHandlers {
    private final AnalysisInput input;

    DispatchedHandlers(AnalysisInput input) {
        this.input = input;
    }

    /** The one that runs when the class of the framework is deployed; none where it is not known which. */
    Optional<EntryPoint> of(String handler, DeployedFunction deployed, Collection<EntryPoint> inCode) {
        String type = HandlerName.parse(handler).type();
        return input.catalog().containers().stream()
                .filter(container -> container.serving().handlers().contains(type))
                .flatMap(container -> container.serving().dispatch().stream()
                        .filter(dispatch -> dispatch.artifacts().stream().anyMatch(input::uses))
                        .flatMap(dispatch -> chosen(container, dispatch, deployed, inCode).stream()))
                .findFirst()
                .map(chosen -> EntryPoints.entry(chosen.type(), chosen.methods(), deployed));
    }

    private Optional<EntryPoint> chosen(
            ContainerModel container,
            ContainerModel.Dispatch dispatch,
            DeployedFunction deployed,
            Collection<EntryPoint> inCode) {
        Optional<Value<String>> name = input.configuration()
                .read(container.framework(), deployed.environment())
                .get(dispatch.key());
        List<EntryPoint> candidates = inCode.stream()
                .filter(entry -> name.isEmpty() || isCalled(entry.type(), dispatch.annotation(), name.get()))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static boolean isCalled(TypeDecl type, String annotation, Value<String> name) {
        return type.annotations().stream()
                .filter(each -> each.type().name().equals(annotation))
                .flatMap(each -> each.members().values().stream())
                .flatMap(member -> Inside.of(member).expressions().stream())
                .filter(Expr.Literal.class::isInstance)
                .map(literal -> String.valueOf(((Expr.Literal) literal).value()))
                .anyMatch(text -> name.isComplete()
                        && name.candidates().stream()
                                .allMatch(known -> known.value().equals(text)));
    }
}
