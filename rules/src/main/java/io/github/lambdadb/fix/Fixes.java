package io.github.lambdadb.fix;

import io.github.lambdadb.facts.Encryption;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.fix.DriverEdits.Parameter;
import io.github.lambdadb.issue.Fix;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.rule.Change;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.rule.Remedy;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what rules propose into changes of the text, for the files below one root. */
public final class Fixes {
    /** A server that answers at all answers a login within this time, even after a cold start of its own. */
    private static final Duration LOGIN = Duration.ofSeconds(10);
    /** No statement of a function is silent for longer than the longest integration of an API waits. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Texts texts;
    private final Catalog catalog;

    /** {@code root} is the folder that places are relative to; each file is read once, when it is first asked for. */
    public Fixes(Path root, Catalog catalog) {
        this.texts = new Texts(root);
        this.catalog = catalog;
    }

    /** None for a finding without a remedy, or one whose place in the text cannot be told for sure; else one. */
    public List<Fix> of(Finding finding) {
        return finding.remedies().stream()
                .flatMap(remedy -> edits(remedy.change()).map(edits -> fix(remedy, edits)).stream())
                .toList();
    }

    private static Fix fix(Remedy remedy, Edits edits) {
        Grade grade = remedy.grade().compareTo(edits.least()) < 0 ? edits.least() : remedy.grade();
        return new Fix(grade, remedy.description(), edits.edits());
    }

    private Optional<Edits> edits(Change change) {
        DriverEdits driver = new DriverEdits(texts, catalog);
        if (change instanceof Change.Set set) {
            return new SettingEdits(texts, catalog).set(set.source(), set.property(), set.value());
        }
        if (change instanceof Change.TakeFromEnvironment taking) {
            return new SettingEdits(texts, catalog)
                    .fromEnvironment(taking.source(), taking.property(), taking.variable());
        }
        if (change instanceof Change.NameSessions naming) {
            return driver.name(naming.source());
        }
        if (change instanceof Change.DropDriverProperty drop) {
            return driver.drop(drop.source(), drop.key());
        }
        if (change instanceof Change.BoundLogin bound) {
            return driver.set(bound.source(), model -> loginTimeout(model, bound.within()));
        }
        if (change instanceof Change.Encrypt encryption) {
            return driver.set(encryption.source(), model -> encryption(model));
        }
        if (change instanceof Change.EndIdleSessions ending) {
            return driver.set(ending.source(), model -> idleTimeout(model, ending.limit()));
        }
        if (change instanceof Change.SetIdleParameter parameter) {
            return new ParameterLines(texts, catalog)
                    .added(parameter.database(), parameter.parameter(), parameter.limit());
        }
        if (change instanceof Change.AskServer question) {
            return askServer(question.check());
        }
        throw new IllegalStateException("No text for " + change);
    }

    /** Half of an invocation is left for the work and for saying what went wrong. */
    private static Optional<Parameter> loginTimeout(DriverModel driver, Duration within) {
        return driver.timeouts().boundsLogin().stream()
                .flatMap(property -> Optional.ofNullable(
                        driver.timeouts().settings().get(property))
                        .map(setting -> new Parameter(
                                setting.keys().get(0), Durations.number(setting.unit(), limit(property, within))))
                        .stream())
                .findFirst();
    }

    private static Duration limit(Property property, Duration within) {
        Duration usual = property == Property.SOCKET_TIMEOUT ? SILENCE : LOGIN;
        Duration half = Duration.ofSeconds(Math.max(1, within.toSeconds() / 2));
        return usual.compareTo(half) < 0 ? usual : half;
    }

    /** The weakest value that never falls back to plain text: checking the certificate needs one on the class path. */
    private static Optional<Parameter> encryption(DriverModel driver) {
        return driver.encryption().modes().stream()
                .findFirst()
                .flatMap(mode -> Stream.of(Encryption.UNVERIFIED, Encryption.VERIFIED)
                        .flatMap(wanted -> mode.values().entrySet().stream()
                                .filter(value -> value.getValue() == wanted)
                                .map(Map.Entry::getKey)
                                .sorted())
                        .findFirst()
                        .map(value -> new Parameter(mode.key(), value)));
    }

    private static Optional<Parameter> idleTimeout(DriverModel driver, Duration limit) {
        return driver.serverIdleTimeouts().stream()
                .filter(each -> !each.key().isEmpty())
                .findFirst()
                .map(each -> new Parameter(each.key(), each.written(Durations.number(each.unit(), limit))));
    }

    /** {@code c.isClosed()} becomes {@code !c.isValid(1)}, and its negation the opposite. */
    private Optional<Edits> askServer(Location check) {
        return texts.of(check.file())
                .filter(file -> file.at(check).startsWith("isClosed("))
                .flatMap(file -> texts.outline(check.file())
                        .flatMap(outline -> outline.question(check))
                        .filter(question ->
                                question.whole().line() == question.whole().endLine())
                        .map(question -> new TextEdit(
                                question.whole(),
                                (question.isNegated() ? "" : "!") + file.at(question.object()) + ".isValid(1)")))
                .map(Edits::safe);
    }
}
