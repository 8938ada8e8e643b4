package io.github.lambdadb.fix;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel.ServerIdleTimeout;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** New lines in a parameter group of a YAML template, below the last of those that are there. */
record ParameterLines(Texts texts, Catalog catalog) {
    private static final String BLANKS = "^\\s*";

    /** Empty where the group has no parameter yet, or is not written one parameter a line. */
    Optional<Edits> added(DeployedDatabase database, String parameter, Duration limit) {
        return unit(parameter)
                .flatMap(unit -> database.parameters().entrySet().stream()
                        .flatMap(this::line)
                        .max(Comparator.comparing(Location::file).thenComparing(Location::line))
                        .flatMap(last -> texts.of(last.file())
                                .map(file -> file.newLineAfter(
                                        last.line(),
                                        file.indentation(last.line()) + parameter + ": \""
                                                + Durations.number(unit, limit) + "\"")))
                        .map(edit -> new Edits(List.of(edit), Grade.REVIEW)));
    }

    private Optional<SettingModel.Unit> unit(String parameter) {
        return catalog.drivers().stream()
                .flatMap(driver -> driver.serverIdleTimeouts().stream())
                .filter(timeout -> timeout.variable().equals(parameter))
                .map(ServerIdleTimeout::unit)
                .findFirst();
    }

    /** Where the parameter stands with its value, alone on a line. */
    private Stream<Location> line(Map.Entry<String, Value<String>> parameter) {
        Pattern alone = Pattern.compile(
                BLANKS + Pattern.quote(parameter.getKey()) + "\\s*:\\s+[^\\s{\\[|>&].*[^,]$", Pattern.CASE_INSENSITIVE);
        return parameter.getValue().candidates().stream()
                .flatMap(known -> known.evidence().lastLocation().stream())
                .filter(at -> at.file().endsWith(".yaml") || at.file().endsWith(".yml"))
                .filter(at -> texts.of(at.file())
                        .filter(file -> alone.matcher(file.line(at.line())).find())
                        .isPresent());
    }
}
