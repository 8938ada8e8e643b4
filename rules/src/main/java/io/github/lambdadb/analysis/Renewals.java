package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Renewal;
import io.github.lambdadb.facts.Renewal.Kind;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a kept source gets a live session, judged by what a later invocation does with it. */
final class Renewals {
    /** A test of what was idle for longer than this is as good as one on each borrow: HikariCP's own waits for half a second. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Recorder recorder;
    private final boolean triggerRepeats;

    Renewals(Run run) {
        this.recorder = run.machine().recorder();
        this.triggerRepeats = run.isRepeatedByTrigger();
    }

    /** Calls in a later invocation that need the old session and that nothing guards. */
    List<Recorder.Event> unguarded(HeapObject object) {
        // who answered the first call of a path lives for the others
        boolean allFirstRetried = later(object)
                .filter(index -> recorder.events().get(index).isFirst())
                .filter(index -> !recorder.events().get(index).guarded())
                .allMatch(this::isRetried);
        if (allFirstRetried) {
            return List.of();
        }
        return later(object)
                .filter(index -> !isRetried(index))
                .mapToObj(recorder.events()::get)
                .filter(event -> !event.guarded())
                .toList();
    }

    private boolean isRetried(int event) {
        return recorder.isRetried(event) || recorder.isProbe(event);
    }

    /** The positions of the calls of a later invocation. */
    private IntStream later(HeapObject object) {
        List<Recorder.Event> events = recorder.events();
        return IntStream.range(0, events.size())
                .filter(index -> events.get(index).object().equals(object)
                        && events.get(index).epoch() == 2
                        && isUse(events.get(index).kind()));
    }

    private static boolean isUse(Recorder.Kind kind) {
        return kind == Recorder.Kind.QUERIED || kind == Recorder.Kind.BORROWED;
    }

    static List<DatabaseCall> calls(List<Recorder.Event> events) {
        return events.stream().map(Recorder.Event::asCall).distinct().toList();
    }

    Renewal of(HeapObject object, SourceModel model, boolean kept, Map<Property, Setting> settings) {
        if (!kept) {
            return new Renewal(Kind.OPENED_PER_INVOCATION, "it is opened in the invocation", Evidence.none());
        }
        return model.kind() == ConnectionSource.Kind.CONNECTION ? ofSession(object) : ofSource(object, model, settings);
    }

    /** Of one kept session. */
    Renewal ofSession(HeapObject object) {
        List<Recorder.Event> unguarded = unguarded(object);
        if (!unguarded.isEmpty() && isRepeatedByTrigger(object)) {
            return new Renewal(
                    Kind.RETRIED_BY_TRIGGER,
                    "it is dropped when a call fails, and the trigger repeats",
                    Evidence.none());
        }
        if (!unguarded.isEmpty() && isAgeChecked(object)) {
            return new Renewal(Kind.UNDETERMINED, "it is replaced when it has some age", Evidence.none());
        }
        if (!unguarded.isEmpty()) {
            List<Evidence> checks = closedChecks(object);
            return checks.isEmpty()
                    ? new Renewal(Kind.NONE, "nothing validates or reopens it", Evidence.none())
                    : new Renewal(Kind.CLOSED_CHECK_ONLY, "only its bookkeeping is asked", checks.get(0));
        }
        if (later(object).findAny().isEmpty()) {
            return new Renewal(Kind.UNDETERMINED, "no call in a later invocation was seen", Evidence.none());
        }
        boolean retried = later(object).anyMatch(recorder::isRetried);
        return retried
                ? new Renewal(Kind.RETRIED, "a failing call leads to a new connection", Evidence.none())
                : new Renewal(Kind.VALIDATED_BEFORE_USE, "isValid is asked before it is used", Evidence.none());
    }

    private boolean isRepeatedByTrigger(HeapObject object) {
        return triggerRepeats
                && later(object)
                        .filter(index -> !recorder.events().get(index).guarded())
                        .allMatch(recorder::isDropped);
    }

    /** Whether the code that decides about a new session asks the clock: a session of some age is replaced. */
    boolean isAgeChecked(HeapObject object) {
        return recorder.clocks().stream().anyMatch(opening(object)::contains);
    }

    /** The methods that were active when a session of this site was opened in an invocation. */
    private Set<String> opening(HeapObject object) {
        return recorder.events().stream()
                .filter(event -> event.kind() == Recorder.Kind.CREATED || event.kind() == Recorder.Kind.BORROWED)
                .filter(event -> event.object().site().equals(object.site())
                        || event.at().equals(object.site()))
                .filter(event -> event.epoch() > 0)
                .flatMap(event -> event.object().callers().stream())
                .collect(Collectors.toSet());
    }

    /** Checks of a later invocation in the method that decides about opening a new session. */
    List<Evidence> closedChecks(HeapObject object) {
        Set<String> opening = opening(object);
        return recorder.events().stream()
                .filter(event -> event.object().equals(object) && event.epoch() == 2)
                .filter(event ->
                        event.kind() == Recorder.Kind.BOOKKEEPING || event.kind() == Recorder.Kind.NULL_CHECKED)
                .filter(event -> opening.contains(event.member())
                        // a method of its own asks, and its caller decides
                        || (event.kind() == Recorder.Kind.BOOKKEEPING && opening.contains(event.caller())))
                .sorted(java.util.Comparator.comparing(
                        (Recorder.Event event) -> event.kind() == Recorder.Kind.NULL_CHECKED))
                .map(event -> event.path()
                        .then(Evidence.of(
                                event.at(),
                                event.kind() == Recorder.Kind.NULL_CHECKED
                                        ? "asks only whether it is null"
                                        : "asks " + event.call() + ", which does not ask the server")))
                .toList();
    }

    private static boolean isZero(@Nullable Setting setting) {
        return setting != null
                && setting.isSet()
                && setting.duration().isComplete()
                && setting.duration().candidates().stream()
                        .allMatch(known -> known.value().isZero());
    }

    /** A pool that does not test by itself may be told to test what was idle for some time. */
    private static Renewal ifAsked(String name, @Nullable Setting idle, Evidence why) {
        Optional<Value.Known<Duration>> after = Optional.ofNullable(idle)
                .filter(Setting::isSet)
                .filter(setting -> setting.duration().isComplete())
                .flatMap(setting ->
                        setting.duration().candidates().stream().max(Comparator.comparing(Value.Known::value)))
                .filter(longest -> !longest.value().isZero());
        if (after.isEmpty()) {
            return new Renewal(Kind.NONE, name + " does not test on borrow by default", why);
        }
        return after.get().value().compareTo(AT_ONCE) <= 0
                ? new Renewal(
                        Kind.VALIDATED_ON_BORROW,
                        name + " is told to test what was idle",
                        after.get().evidence())
                : new Renewal(
                        Kind.BACKGROUND_ONLY,
                        name + " tests only after some idle time",
                        after.get().evidence());
    }

    private Renewal ofSource(HeapObject object, SourceModel model, Map<Property, Setting> settings) {
        Optional<Boolean> asked = Optional.ofNullable(settings.get(Property.VALIDATES_ON_BORROW))
                .filter(Setting::isSet)
                .flatMap(setting -> setting.flag().candidates().stream()
                        .map(known -> known.value())
                        .reduce((one, other) -> one || other));
        boolean open = Optional.ofNullable(settings.get(Property.VALIDATES_ON_BORROW))
                .map(setting -> !setting.value().isComplete())
                .orElse(false);
        Evidence why = Optional.ofNullable(settings.get(Property.VALIDATES_ON_BORROW)).stream()
                .flatMap(setting -> setting.value().candidates().stream())
                .map(known -> known.evidence())
                .findFirst()
                .orElse(Evidence.none());
        String name = model.name();
        if (asked.orElse(false)) {
            return new Renewal(Kind.VALIDATED_ON_BORROW, name + " is told to test on borrow", why);
        }
        if (open) {
            return new Renewal(Kind.UNDETERMINED, "whether it tests on borrow is not known", why);
        }
        if (unguarded(object).isEmpty() && later(object).anyMatch(recorder::isRetried)) {
            return new Renewal(Kind.RETRIED, "a failing call leads to a new session", Evidence.none());
        }
        return switch (model.renews()) {
            case ON_BORROW ->
                asked.isPresent()
                        ? new Renewal(Kind.NONE, name + " is told not to test on borrow", why)
                        : new Renewal(Kind.VALIDATED_ON_BORROW, name + " tests on borrow", why);
            case IF_ASKED -> ifAsked(name, settings.get(Property.VALIDATION_IDLE), why);
            case AFTER_IDLE ->
                isZero(settings.get(Property.VALIDATION_IDLE))
                        ? new Renewal(Kind.VALIDATED_ON_BORROW, name + " is told to test on borrow", why)
                        : new Renewal(Kind.BACKGROUND_ONLY, name + " tests only after some idle time", why);
            case NEVER -> new Renewal(Kind.NONE, name + " never tests a session", why);
            case NOT_NEEDED ->
                new Renewal(Kind.OPENED_PER_INVOCATION, name + " opens a session for each borrower", why);
        };
    }
}
