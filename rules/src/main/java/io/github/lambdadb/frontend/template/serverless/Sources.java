package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.frontend.template.Values;
import io.github.lambdadb.frontend.template.serverless.VariableText.Source;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.Optional;

/** Where variables take their values from. An option or an environment variable is taken as not given where a default stands. */
final class Sources {
    private static final String USUAL_STAGE = "dev";

    private final Variables variables;
    private final Documents documents;
    private final Node.Mapping service;

    Sources(Variables variables, Documents documents, Node.Mapping service) {
        this.variables = variables;
        this.documents = documents;
        this.service = service;
    }

    /** What that place holds; nothing when the next place is to be asked. */
    Answer answer(Source source, Location at, Evidence use) {
        return switch (source.type()) {
            case "" -> literal(source, at, use);
            case "self" -> walked(new Answer.Found(service, use), source.address());
            case "opt", "env" -> new Answer.Nothing();
            case "file" ->
                documents
                        .document(source.parameter())
                        .map(node -> walked(new Answer.Found(node, use), source.address()))
                        .orElse(new Answer.Nothing());
            case "param" -> parameter(source.address(), use);
            case "sls" -> source.address().equals("stage") ? stage(at, use) : hole(source, at, use);
            case "strToBool" ->
                new Answer.Text(
                        Values.seenFrom(use, new Known<>(source.parameter(), Evidence.of(at, "it is written here"))));
            default -> hole(source, at, use);
        };
    }

    private static Answer literal(Source source, Location at, Evidence use) {
        boolean isNull = source.address().equals("null");
        Known<String> known = new Known<>(source.address(), Evidence.of(at, "the default stands here"));
        return isNull ? new Answer.Found(nothing(at), use) : new Answer.Text(Values.seenFrom(use, known));
    }

    private static Node nothing(Location at) {
        return new Node.Scalar("", true, "", at);
    }

    private static Answer hole(Source source, Location at, Evidence use) {
        return new Answer.Text(Values.seenFrom(use, Variables.hole(source.spelled(), at)));
    }

    /** Goes down from key to key; a number counts in a list. */
    private Answer walked(Answer.Found start, String address) {
        Answer answer = variables.resolved(start.node(), start.way());
        for (String key : address.isEmpty() ? new String[0] : address.split("\\.")) {
            Optional<Node.Sequence> list =
                    answer instanceof Answer.Found found ? found.node().asSequence() : Optional.empty();
            answer = list.isPresent() ? item(list.get(), key, answer) : variables.member(answer, key);
        }
        return answer;
    }

    private Answer item(Node.Sequence list, String key, Answer whole) {
        boolean isIndex =
                key.matches("\\d{1,6}") && Integer.parseInt(key) < list.items().size();
        Evidence way = whole instanceof Answer.Found found ? found.way() : Evidence.none();
        return isIndex ? variables.resolved(list.items().get(Integer.parseInt(key)), way) : new Answer.Nothing();
    }

    private Answer stage(Location at, Evidence use) {
        Answer set = walked(new Answer.Found(service, use), "provider.stage");
        return set.isNothing()
                ? new Answer.Text(Values.seenFrom(
                        use, new Known<>(USUAL_STAGE, Evidence.of(at, "the stage is not told, so that it is 'dev'"))))
                : set;
    }

    private Answer parameter(String name, Evidence use) {
        Value<String> stage = variables.text(stage(service.location(), Evidence.none()));
        String own = stage instanceof Known<String> known ? known.value() : "";
        for (String path : new String[] {
            "params." + own + "." + name, "stages." + own + ".params." + name,
            "params.default." + name, "stages.default.params." + name
        }) {
            Answer answer = walked(new Answer.Found(service, use), path);
            if (!answer.isNothing()) {
                return answer;
            }
        }
        return new Answer.Nothing();
    }
}
