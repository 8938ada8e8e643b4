package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.LoginBound;
import io.github.lambdadb.facts.LoginBound.State;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.Comparison;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.knowledge.DriverTimeouts;
import io.github.lambdadb.knowledge.DriverTimeouts.Giver;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ends a login that the server does not answer: the pool, the driver, or nothing. */
final class LoginBounds {
    private static final String DRIVER_MANAGER = "drivermanager";

    private final Machine machine;
    private final Sources sources;

    LoginBounds(Machine machine, Sources sources) {
        this.machine = machine;
        this.sources = sources;
    }

    LoginBound of(
            HeapObject object,
            SourceModel inForce,
            Map<Property, Setting> settings,
            DriverSettings driverSettings,
            Value<JdbcUrl> urls) {
        List<Comparison> when = inForce.startup().boundsConnectWhen();
        if (!when.isEmpty()) {
            List<Property> deciding =
                    when.stream().flatMap(Comparison::settings).distinct().toList();
            Optional<Weighing> weighing = Weighing.of(deciding, when, settings);
            boolean sure = weighing.filter(found -> found.certainty() == Certainty.DEFINITE)
                    .isPresent();
            if (sure) {
                return new LoginBound(State.BOUNDED, present(settings, deciding.get(0)), List.of(), "");
            }
            if (weighing.isPresent() || deciding.stream().anyMatch(property -> !isKnown(settings, property))) {
                return LoginBound.notSeen();
            }
        }
        List<LoginBound> each = new ArrayList<>();
        for (Value.Known<JdbcUrl> url : urls.candidates()) {
            each.add(of(object, inForce, settings, driverSettings.of(object, url), url.value()));
        }
        return urls.isComplete() ? each.stream().reduce(LoginBounds::both).orElseThrow() : LoginBound.notSeen();
    }

    private static LoginBound both(LoginBound one, LoginBound other) {
        if (one.state() == other.state()) {
            return one;
        }
        if (one.state() == State.NOT_SEEN || other.state() == State.NOT_SEEN) {
            return LoginBound.notSeen();
        }
        LoginBound guilty = one.state() == State.BOUNDED ? other : one;
        return new LoginBound(State.SOMETIMES, List.of(), guilty.reads(), guilty.driver());
    }

    private LoginBound of(
            HeapObject object,
            SourceModel inForce,
            Map<Property, Setting> settings,
            Map<Property, Setting> ofDriver,
            JdbcUrl url) {
        Optional<DriverModel> driver = machine.catalog().driver(url.driver());
        if (url.exempt()
                || driver.isEmpty()
                || driver.get().timeouts().boundsLogin().isEmpty()) {
            return LoginBound.notSeen();
        }
        DriverTimeouts timeouts = driver.get().timeouts();
        List<Setting> deciding = new ArrayList<>();
        timeouts.boundsLogin().forEach(property -> deciding.addAll(present(ofDriver, property)));
        deciding.addAll(given(object, inForce, settings, timeouts));
        List<Setting> by = deciding.stream().filter(LoginBounds::ends).toList();
        State state = deciding.stream().anyMatch(setting -> isEndless(setting).isEmpty())
                ? by.isEmpty() ? State.NOT_SEEN : State.BOUNDED
                : by.isEmpty() ? State.UNBOUNDED : State.BOUNDED;
        return new LoginBound(state, by, timeouts.loginKeys(), driver.get().name());
    }

    /** What is given to {@code setLoginTimeout} and reaches the driver. */
    private List<Setting> given(
            HeapObject object, SourceModel inForce, Map<Property, Setting> settings, DriverTimeouts timeouts) {
        boolean byDataSource = inForce.kind() == ConnectionSource.Kind.POOL
                && (!(sources.bag().delegate(object) instanceof Term.Unset)
                        || settings.containsKey(Property.DATA_SOURCE_CLASS));
        boolean isOwn = !inForce.driver().isEmpty();
        List<Setting> given = new ArrayList<>();
        if (isOwn && timeouts.takesLoginTimeoutFrom().contains(Giver.DATA_SOURCE)) {
            given.addAll(present(settings, Property.LOGIN_TIMEOUT));
        }
        Giver giver = byDataSource ? Giver.DATA_SOURCE : Giver.DRIVER_MANAGER;
        if (timeouts.takesLoginTimeoutFrom().contains(giver)) {
            inForce.startup().passesOnLoginTimeout().forEach(property -> given.addAll(present(settings, property)));
        }
        if (timeouts.takesLoginTimeoutFrom().contains(Giver.DRIVER_MANAGER) && !byDataSource && !isOwn) {
            given.addAll(ofDriverManager());
        }
        return given;
    }

    private List<Setting> ofDriverManager() {
        Optional<SourceModel> model = machine.catalog().source(DRIVER_MANAGER);
        Optional<SettingModel> known =
                model.flatMap(found -> Optional.ofNullable(found.settings().get(Property.LOGIN_TIMEOUT)));
        if (known.isEmpty()) {
            return List.of();
        }
        Term term = sources.setForAll(model.orElseThrow(), Property.LOGIN_TIMEOUT);
        return term instanceof Term.Unset
                ? List.of()
                : List.of(new Setting(
                        Property.LOGIN_TIMEOUT,
                        known.get().keys().get(0),
                        SettingFacts.text(Property.LOGIN_TIMEOUT, known.get(), term)
                                .<Value<String>>map(text -> new Value.Known<>(text, term.why()))
                                .orElse(new Value.Unknown<>("its value is not known")),
                        SettingFacts.origin(machine, term)));
    }

    private static List<Setting> present(Map<Property, Setting> settings, Property property) {
        return Optional.ofNullable(settings.get(property)).stream().toList();
    }

    private static boolean isKnown(Map<Property, Setting> settings, Property property) {
        Setting setting = settings.get(property);
        return setting != null && setting.duration().isComplete();
    }

    /** Whether the wait surely has an end. */
    private static boolean ends(Setting setting) {
        return isEndless(setting).filter(endless -> !endless).isPresent();
    }

    /** Whether the wait has no end; empty when that is not known. */
    private static Optional<Boolean> isEndless(Setting setting) {
        Value<Duration> duration = setting.duration();
        boolean anyEndless = duration.candidates().stream().anyMatch(known -> !isPositive(known.value()));
        boolean anyEnds = duration.candidates().stream().anyMatch(known -> isPositive(known.value()));
        return duration.isComplete() && anyEndless != anyEnds ? Optional.of(anyEndless) : Optional.empty();
    }

    private static boolean isPositive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }
}
