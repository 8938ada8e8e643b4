package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.IdleTimeoutStory.Grade;
import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What would end an idle session of a source, the best story first. */
final class IdleStories {
    /** An idle timeout of the server is a story up to this. */
    private static final Duration SOON = Duration.ofMinutes(10);

    private static final Pattern VALUE = Pattern.compile("(?:\\s|=|%3d|'|\"|to)*(\\d{1,12})\\s*(ms|s|min|h|)");

    private final Run run;
    private final Machine machine;

    IdleStories(Run run) {
        this.run = run;
        this.machine = run.machine();
    }

    List<IdleTimeoutStory> of(
            HeapObject object, SettingsInForce settings, Value<JdbcUrl> urls, List<Endpoint> endpoints) {
        List<IdleTimeoutStory> stories = new ArrayList<>();
        endpoints.forEach(endpoint -> stories.addAll(EndpointStories.of(endpoint)));
        for (Value.Known<JdbcUrl> url : urls.candidates()) {
            fromUrl(url, stories);
            machine.catalog().driver(url.value().driver()).ifPresent(driver -> fromSql(object, driver, stories));
        }
        released(object, stories);
        timers(settings, stories);
        stories.sort(Comparator.comparing(IdleTimeoutStory::grade));
        return stories;
    }

    private void fromUrl(Value.Known<JdbcUrl> url, List<IdleTimeoutStory> stories) {
        if (url.value().exempt()) {
            stories.add(new IdleTimeoutStory(Grade.NO_SESSION, "the database runs in the process", url.evidence()));
        }
        machine.catalog().driver(url.value().driver()).ifPresent(driver -> {
            for (DriverModel.ServerIdleTimeout timeout : driver.serverIdleTimeouts()) {
                String value = url.value().properties().getOrDefault(timeout.key(), "");
                if (!timeout.key().isEmpty() && mentions(value, timeout)) {
                    stories.add(new IdleTimeoutStory(
                            Grade.SERVER, timeout.variable() + " is set by " + timeout.key(), url.evidence()));
                }
            }
        });
    }

    private void fromSql(HeapObject object, DriverModel driver, List<IdleTimeoutStory> stories) {
        Term initial = machine.read(object, SettingsBag.property(Property.INIT_SQL));
        Term later = machine.read(object, Connections.STATEMENT);
        for (DriverModel.ServerIdleTimeout timeout : driver.serverIdleTimeouts()) {
            for (Term sql : statements(initial, later)) {
                if (mentions(Texts.shown(sql).orElse(""), timeout)) {
                    stories.add(new IdleTimeoutStory(
                            Grade.SERVER, timeout.variable() + " is set by a statement", sql.why()));
                }
            }
        }
    }

    /** Each statement; some pools take a list of them. */
    private List<Term> statements(Term initial, Term later) {
        List<Term> statements = new ArrayList<>(later.options());
        for (Term option : initial.options()) {
            boolean isList = option instanceof Term.Reference reference
                    && reference.object().shape() instanceof HeapObject.Shape.Container;
            statements.addAll(
                    isList
                            ? Containers.element(machine, ((Term.Reference) option).object())
                                    .options()
                            : List.of(option));
        }
        return statements;
    }

    /** The variable with a value that ends idle sessions soon enough, or with one that is not known. */
    private static boolean mentions(String text, DriverModel.ServerIdleTimeout timeout) {
        String lower = text.toLowerCase(Locale.ROOT);
        // innodb_lock_wait_timeout is another variable than wait_timeout
        Matcher variable = Pattern.compile("(?<![a-z_])" + timeout.variable()).matcher(lower);
        if (!variable.find()) {
            return false;
        }
        Matcher value = VALUE.matcher(lower.substring(variable.end()));
        return !value.lookingAt() || isShort(value.group(1), value.group(2), timeout.unit());
    }

    /** Whether it ends idle sessions soon enough. */
    static boolean isShort(Duration limit) {
        return isOn(limit) && limit.compareTo(SOON) <= 0;
    }

    private static boolean isShort(String amount, String unit, SettingModel.Unit plain) {
        long number = Long.parseLong(amount);
        long millis = switch (unit) {
            case "ms" -> number;
            case "s" -> number * 1000;
            case "min" -> number * 60_000;
            case "h" -> number * 3_600_000;
            default ->
                switch (plain) {
                    case SECONDS -> number * 1000;
                    case MINUTES -> number * 60_000;
                    default -> number;
                };
        };
        return isShort(Duration.ofMillis(millis));
    }

    private void released(HeapObject object, List<IdleTimeoutStory> stories) {
        Openings openings = machine.openings();
        boolean closed = openings.isClosed(run.stateOf(object), object);
        // what an invocation opens and closes must be closed when it fails as well
        boolean leftOpen =
                object.epoch() > 0 && run.invocationOf(object).exits().open().contains(object);
        if (closed && !leftOpen) {
            stories.add(
                    new IdleTimeoutStory(Grade.RELEASED, "it is closed before the invocation returns", why(object)));
        } else if (!closed && isEvicted(object)) {
            stories.add(new IdleTimeoutStory(
                    Grade.RELEASED, "its idle sessions are evicted in the invocation", Evidence.none()));
        } else if (!closed) {
            run.hooks().closing(object).ifPresent(hook -> stories.add(hooked(hook)));
        }
    }

    /** Lambda tells a process of its end only where an extension is there. */
    private IdleTimeoutStory hooked(Recorder.Hook hook) {
        boolean mayRun = switch (Endings.of(run.function(), machine.catalog())) {
            case SIGNAL, MAYBE -> true;
            case NO_SIGNAL, NOT_DEPLOYED -> false;
        };
        return new IdleTimeoutStory(
                mayRun ? Grade.FREED_AT_SHUTDOWN : Grade.INEFFECTIVE,
                hook.name() + " closes it, which Lambda "
                        + (mayRun
                                ? "runs only where the function has an extension"
                                : "does not run at the end of an environment without an extension"),
                hook.evidence());
    }

    private boolean isEvicted(HeapObject object) {
        boolean inLater = machine.recorder().events().stream()
                .anyMatch(event ->
                        event.kind() == Recorder.Kind.EVICTED && event.object().equals(object) && event.epoch() == 2);
        if (object.epoch() == 2) {
            return inLater;
        }
        return inLater
                && machine.openings()
                        .idle(object)
                        .filter(sessions -> isClosed(sessions, run.invocationOf(sessions)))
                        .isPresent();
    }

    private boolean isClosed(HeapObject sessions, Run.Snapshot end) {
        return machine.openings().isClosed(end.store(), sessions)
                && !end.exits().open().contains(sessions);
    }

    private Evidence why(HeapObject object) {
        return machine.recorder().events().stream()
                .filter(event ->
                        event.kind() == Recorder.Kind.CLOSED && event.object().equals(object))
                .map(event -> Evidence.of(event.at(), "is closed"))
                .findFirst()
                .orElse(Evidence.none());
    }

    private static void timers(SettingsInForce settings, List<IdleTimeoutStory> stories) {
        for (Property property : List.of(Property.IDLE_TIMEOUT, Property.MAX_LIFETIME, Property.KEEPALIVE_TIME)) {
            Optional.ofNullable(settings.settings().get(property))
                    .filter(Setting::isSet)
                    .ifPresent(setting -> settings.ignored(setting)
                            .filter(ignored -> ignored.certainty() == Certainty.DEFINITE && !runs(setting, ignored))
                            .ifPresentOrElse(
                                    ignored -> stories.add(ineffective(ignored)),
                                    () -> timer(setting).ifPresent(stories::add)));
        }
    }

    /** Whether a timer runs although it does not run as it was set. */
    private static boolean runs(Setting inForce, IgnoredSetting ignored) {
        return ignored.fate() == IgnoredSetting.Fate.REPLACED
                && inForce.duration().matching(IdleStories::isOn).isPresent();
    }

    private static boolean isOn(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    private static IdleTimeoutStory ineffective(IgnoredSetting ignored) {
        return new IdleTimeoutStory(
                Grade.INEFFECTIVE, ignored.key() + " = " + ignored.set() + ": " + ignored.reason(), ignored.evidence());
    }

    private static Optional<IdleTimeoutStory> timer(Setting setting) {
        return setting.duration()
                .matching(IdleStories::isOn)
                .map(match -> new IdleTimeoutStory(
                        // a query now and then keeps a session alive
                        setting.property() == Property.KEEPALIVE_TIME ? Grade.INEFFECTIVE : Grade.CLIENT_TIMER,
                        setting.key() + " = " + seconds(match.value()),
                        match.evidence()));
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
