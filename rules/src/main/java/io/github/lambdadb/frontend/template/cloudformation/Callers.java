package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.document.Node.Scalar;
import io.github.lambdadb.document.Node.Sequence;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.facts.Trigger.Kind;
import io.github.lambdadb.frontend.template.ApiGateways;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What calls functions from outside of their own properties: each resource that can, with the functions it refers to. */
final class Callers {
    private static final String MAPPING = "AWS::Lambda::EventSourceMapping";
    private static final String PERMISSION = "AWS::Lambda::Permission";
    private static final Set<String> QUALIFIERS = Set.of("AWS::Lambda::Alias", "AWS::Lambda::Version");

    /** What a resource does with each function that it refers to. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("AWS::ApiGateway::Method", Kind.REQUEST),
            Map.entry("AWS::ApiGateway::RestApi", Kind.REQUEST),
            Map.entry("AWS::ApiGateway::Authorizer", Kind.REQUEST),
            Map.entry("AWS::ApiGatewayV2::Api", Kind.REQUEST),
            Map.entry("AWS::ApiGatewayV2::Integration", Kind.REQUEST),
            Map.entry("AWS::ApiGatewayV2::Authorizer", Kind.REQUEST),
            Map.entry("AWS::Serverless::Api", Kind.REQUEST),
            Map.entry("AWS::Serverless::HttpApi", Kind.REQUEST),
            Map.entry("AWS::Lambda::Url", Kind.REQUEST),
            Map.entry("AWS::ElasticLoadBalancingV2::TargetGroup", Kind.REQUEST),
            Map.entry("AWS::AppSync::DataSource", Kind.REQUEST),
            Map.entry("AWS::Cognito::UserPool", Kind.REQUEST),
            Map.entry("AWS::CloudFront::Distribution", Kind.REQUEST),
            Map.entry("AWS::Events::Rule", Kind.ASYNCHRONOUS),
            Map.entry("AWS::Scheduler::Schedule", Kind.SCHEDULE),
            Map.entry("AWS::SNS::Subscription", Kind.ASYNCHRONOUS),
            Map.entry("AWS::SNS::Topic", Kind.ASYNCHRONOUS),
            Map.entry("AWS::S3::Bucket", Kind.ASYNCHRONOUS),
            Map.entry("AWS::Logs::SubscriptionFilter", Kind.ASYNCHRONOUS),
            Map.entry("AWS::IoT::TopicRule", Kind.ASYNCHRONOUS),
            Map.entry("AWS::SES::ReceiptRule", Kind.ASYNCHRONOUS),
            Map.entry("AWS::Pipes::Pipe", Kind.OTHER),
            Map.entry("AWS::KinesisFirehose::DeliveryStream", Kind.OTHER),
            Map.entry("AWS::StepFunctions::StateMachine", Kind.OTHER),
            Map.entry("AWS::Serverless::StateMachine", Kind.OTHER),
            Map.entry("AWS::SecretsManager::RotationSchedule", Kind.OTHER),
            Map.entry("AWS::CloudFormation::CustomResource", Kind.OTHER));

    private final Estate estate;
    private final Map<String, List<Trigger>> triggers = new HashMap<>();
    private final Map<String, List<Trigger>> permitted = new HashMap<>();

    Callers(Estate estate) {
        this.estate = estate;
        estate.ofType(Set.of(MAPPING)).forEach(this::addMapping);
        estate.ofType(KINDS.keySet()).forEach(place -> add(place, kind(place)));
        estate.all().filter(place -> place.type().startsWith("Custom::")).forEach(place -> add(place, Kind.OTHER));
        estate.ofType(Set.of(PERMISSION)).forEach(this::addPermission);
    }

    /** Beside what is already known of a function; a permission tells of a caller that nothing else tells of. */
    List<Trigger> of(Placed function, List<Trigger> known) {
        List<Trigger> found = new ArrayList<>(triggers.getOrDefault(function.id(), List.of()));
        for (Trigger permission : permitted.getOrDefault(function.id(), List.of())) {
            if (Stream.concat(known.stream(), found.stream()).noneMatch(other -> other.kind() == permission.kind())) {
                found.add(permission);
            }
        }
        return found;
    }

    private void addMapping(Placed place) {
        Section properties = place.properties();
        if (!EventReader.isOff(properties)) {
            Trigger trigger = new Trigger(
                    new EventSources(estate).kind(properties), place.location(), EventReader.bounds(properties));
            functions(properties.texts("FunctionName")).forEach(function -> put(triggers, function, trigger));
        }
    }

    private void addPermission(Placed place) {
        Section properties = place.properties();
        Kind kind = new EventSources(estate).principal(properties);
        Trigger trigger = new Trigger(kind, place.location(), Map.of());
        functions(properties.texts("FunctionName")).forEach(function -> put(permitted, function, trigger));
    }

    private void add(Placed place, Kind kind) {
        if (!EventReader.isOff(place.properties())) {
            Trigger trigger = ApiGateways.waiting(new Trigger(kind, place.location(), Map.of()), place.type());
            mentioned(place).forEach(function -> put(triggers, function, trigger));
        }
    }

    private static Kind kind(Placed place) {
        boolean isTimed = place.properties().has("ScheduleExpression");
        return isTimed ? Kind.SCHEDULE : KINDS.getOrDefault(place.type(), Kind.OTHER);
    }

    private static void put(Map<String, List<Trigger>> triggers, String function, Trigger trigger) {
        triggers.computeIfAbsent(function, id -> new ArrayList<>()).add(trigger);
    }

    /** The functions that anything below a resource refers to. */
    private Set<String> mentioned(Placed place) {
        Set<String> functions = new LinkedHashSet<>();
        place.resource().body().get("Properties").ifPresent(node -> mentioned(node, place, functions));
        return functions;
    }

    private void mentioned(Node node, Placed place, Set<String> functions) {
        boolean isText =
                Intrinsic.of(node).filter(call -> !call.name().equals("Fn::If")).isPresent();
        if (isText || node instanceof Scalar) {
            functions.addAll(functions(place.stack().evaluator(place.resource()).texts(node)));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().stream().map(Entry::value).forEach(inner -> mentioned(inner, place, functions));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(inner -> mentioned(inner, place, functions));
        }
    }

    private Set<String> functions(Alternatives<Text> names) {
        Set<String> functions = new LinkedHashSet<>();
        for (Text name : names.options()) {
            function(name.text(), 0).ifPresent(place -> functions.add(place.id()));
        }
        return functions;
    }

    /** A function by its reference or name, or by that of an alias or a version of it. */
    private Optional<Placed> function(String name, int depth) {
        Optional<Placed> direct = estate.find(name, FunctionReader.TYPES);
        if (direct.isPresent() || depth > 2) {
            return direct;
        }
        return estate.find(name, QUALIFIERS).stream()
                .flatMap(qualifier -> qualifier.properties().texts("FunctionName").options().stream())
                .flatMap(inner -> function(inner.text(), depth + 1).stream())
                .findFirst();
    }
}
