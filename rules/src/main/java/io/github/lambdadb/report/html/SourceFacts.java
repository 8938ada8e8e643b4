package io.github.lambdadb.report.html;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.report.Redaction;
import io.github.lambdadb.report.ValueText;
import io.github.lambdadb.report.Words;
import io.github.lambdadb.report.facts.EndpointText;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of one connection source: what it is and does, and its settings as they are in force. */
final class SourceFacts {
    private SourceFacts() {}

    static List<Fact> of(ConnectionSource source) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("created", source.library(), source.site()));
        facts.add(Fact.of(
                "held as", source.subject().name() + " in " + source.subject().member()));
        facts.add(Fact.of("lifetime", Words.of(source.lifetime())));
        facts.add(Fact.of("functions", source.functionNames()));
        facts.add(new Fact("URL", ValueText.of(source.urls(), JdbcUrl::text), "", ValueText.places(source.urls())));
        source.endpoints()
                .forEach(endpoint -> facts.add(fact("ends at", EndpointText.of(endpoint), "", endpoint.evidence())));
        facts.add(fact(
                "program name",
                Words.of(source.programName().state()),
                source.programName().detail(),
                source.programName().evidence()));
        source.idleTimeoutStories()
                .forEach(story -> facts.add(
                        fact("end of idle sessions", Words.of(story.grade()), story.description(), story.evidence())));
        facts.add(fact(
                "renewal",
                Words.of(source.renewal().kind()),
                source.renewal().detail(),
                source.renewal().evidence()));
        source.unguardedCalls().forEach(call -> facts.add(Fact.of("unguarded call", call.call(), call.location())));
        return facts;
    }

    static List<Fact> settings(ConnectionSource source) {
        List<Fact> facts = new ArrayList<>();
        source.settings().values().stream()
                .sorted(Comparator.comparing(Setting::property))
                .map(setting -> new Fact(
                        setting.key().isEmpty() ? Words.of(setting.property()) : setting.key(),
                        ValueText.of(setting.value(), text -> Redaction.of(setting, text)),
                        Words.of(setting.origin()),
                        ValueText.places(setting.value())))
                .forEach(facts::add);
        source.ignoredSettings().forEach(ignored -> facts.add(ignored(ignored)));
        return facts;
    }

    private static Fact ignored(IgnoredSetting ignored) {
        String inForce = ignored.inForce().isEmpty() ? "" : " (in force: " + ignored.inForce() + ")";
        return new Fact(
                ignored.key(),
                ignored.set() + ", " + Words.of(ignored.fate()) + inForce + ": " + ignored.reason(),
                "not as set",
                ignored.evidence().lastLocation().stream().toList());
    }

    private static Fact fact(String name, String word, String detail, Evidence evidence) {
        List<Location> places = evidence.lastLocation().stream().toList();
        return new Fact(name, detail.isBlank() ? word : word + ": " + detail, "", places);
    }
}
