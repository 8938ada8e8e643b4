package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings in force of one source: what was set, and the defaults where nothing was. */
final class SettingFacts {

    private static final Pattern MASKED = Pattern.compile("[*]+|[xX]+|<[^<>]*>|#[{].*[}]");

    /** CloudFormation's dynamic references, addresses of vaults, Jasypt, Spring Cloud Config. */
    private static final List<String> ELSEWHERE = List.of("${", "{{resolve:", "//", "ENC(", "{cipher}");

    private final Machine machine;
    private final SettingsBag bag;
    private final SourceModel model;
    private final String version;

    SettingFacts(Machine machine, SettingsBag bag, SourceModel model, String version) {
        this.machine = machine;
        this.bag = bag;
        this.model = model;
        this.version = version;
    }

    /** The property of this kebab-case name. */
    static Property named(String name) {
        return Property.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Map<Property, Setting> of(HeapObject object) {
        Map<Property, Setting> settings = new EnumMap<>(Property.class);
        for (Map.Entry<Property, SettingModel> entry : model.settings().entrySet()) {
            Term term = term(machine, bag, object, entry.getKey());
            setting(object, entry.getKey(), entry.getValue(), term)
                    .ifPresent(setting -> settings.put(entry.getKey(), setting));
        }
        refer(model, version, settings);
        return settings;
    }

    /** What was set; a name and a password may stand among the properties for the driver as well, where all call them alike. */
    static Term term(Machine machine, SettingsBag bag, HeapObject object, Property property) {
        Term own = machine.read(object, SettingsBag.property(property));
        boolean isLogin = property == Property.USER || property == Property.PASSWORD;
        return own instanceof Term.Unset && isLogin
                ? bag.driverProperties(object).getOrDefault(property.name().toLowerCase(Locale.ROOT), own)
                : own;
    }

    private Optional<Setting> setting(HeapObject object, Property property, SettingModel known, Term term) {
        List<String> open = bag.reasonsOpen(object);
        String key = known.keys().isEmpty()
                ? known.setters().isEmpty() ? property.name() : known.setters().get(0)
                : known.keys().get(0);
        boolean set = term.options().stream().anyMatch(option -> !(option instanceof Term.Unset));
        List<Value.Known<String>> byDefault = byDefault(known);
        if (!set && !bag.maybe(object).isEmpty() && !byDefault.isEmpty()) {
            return Optional.of(
                    new Setting(property, key, new Value.Choice<>(byDefault, false), Setting.Origin.DEFAULT));
        }
        if (!set && !open.isEmpty()) {
            return Optional.of(new Setting(property, key, new Value.Unknown<>(open.get(0)), Setting.Origin.UNKNOWN));
        }
        if (!set && byDefault.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Setting(property, key, value(property, known, term, byDefault), origin(term, set)));
    }

    /** The default of the version in force, or of all versions that it may be; a reference to another setting is none. */
    private List<Value.Known<String>> byDefault(SettingModel known) {
        return byDefault(known, version);
    }

    static List<Value.Known<String>> byDefault(SettingModel known, String version) {
        return known.defaultsOf(version).stream()
                .map(SettingModel.Default::value)
                .filter(value -> !value.startsWith("="))
                .distinct()
                .map(value -> new Value.Known<>(value, Evidence.none()))
                .toList();
    }

    /** Whether the defaults that were gathered are all that can be in force: one that is another setting's value is not. */
    private boolean isDefaultSeen(SettingModel known) {
        boolean referred = known.defaultsOf(version).stream()
                .anyMatch(range -> range.value().startsWith("="));
        return !referred && (!version.isEmpty() || known.hasDefaultInEachVersion());
    }

    /** Gives the settings that nothing sets, and whose default is another setting's value, that value. */
    static void refer(SourceModel model, String version, Map<Property, Setting> settings) {
        model.settings().forEach((property, known) -> {
            Setting before = settings.get(property);
            Optional<Setting> other = known.defaultsOf(version).stream()
                    .map(SettingModel.Default::value)
                    .filter(value -> value.startsWith("="))
                    .findFirst()
                    .map(value -> settings.get(named(value.substring(1))));
            if (before == null || before.origin() == Setting.Origin.DEFAULT) {
                String key =
                        known.keys().isEmpty() ? property.name() : known.keys().get(0);
                other.ifPresent(referred ->
                        settings.put(property, new Setting(property, key, referred.value(), Setting.Origin.DEFAULT)));
            }
        });
    }

    private Setting.Origin origin(Term term, boolean set) {
        return set ? origin(machine, term) : Setting.Origin.DEFAULT;
    }

    /** Where a term that was set comes from. */
    static Setting.Origin origin(Machine machine, Term term) {
        Optional<Location> origin = term.options().stream()
                .flatMap(option -> option.why().origin().stream())
                .reduce((first, second) -> second);
        if (origin.filter(machine.environment()::sets).isPresent()) {
            return Setting.Origin.TEMPLATE;
        }
        return origin.isEmpty() || origin.get().file().endsWith(".java")
                ? Setting.Origin.CODE
                : Setting.Origin.CONFIGURATION;
    }

    private Value<String> value(Property property, SettingModel known, Term term, List<Value.Known<String>> byDefault) {
        List<Value.Known<String>> options = new ArrayList<>();
        boolean complete = true;
        String reason = "nothing is known of it";
        for (Term option : term.options()) {
            Optional<String> text = option instanceof Term.Unset ? Optional.empty() : text(property, known, option);
            if (option instanceof Term.Unset) {
                options.addAll(byDefault);
                complete &= isDefaultSeen(known);
            } else if (text.isPresent()) {
                options.add(new Value.Known<>(shown(property, text.get()), option.why()));
            } else {
                complete = false;
                reason = reason(option);
            }
        }
        return options.isEmpty() ? new Value.Unknown<>(reason) : oneOf(options, complete);
    }

    /** One of these values, of which there is at least one. */
    static Value<String> oneOf(List<Value.Known<String>> options, boolean complete) {
        return options.size() == 1 && complete ? options.get(0) : new Value.Choice<>(options, complete);
    }

    private static String reason(Term option) {
        if (option instanceof Term.Opaque opaque) {
            return opaque.reason();
        }
        return Texts.shown(option).map(text -> "the value of " + text).orElse("null");
    }

    private static String shown(Property property, String text) {
        if (property != Property.PASSWORD || isElsewhere(text)) {
            return text;
        }
        // what somebody has masked is as good as nothing
        return MASKED.matcher(text).matches() ? "" : Setting.HIDDEN;
    }

    /** Whether it only tells where the secret is: a placeholder, a dynamic reference, an address, or what a key has to open. */
    private static boolean isElsewhere(String text) {
        return text.isEmpty() || ELSEWHERE.stream().anyMatch(text::startsWith);
    }

    /** The value as settings show it; empty when the text is not known to the letter or no such value. */
    static Optional<String> text(Property property, SettingModel known, Term option) {
        return switch (property.type()) {
            case TEXT -> Texts.shown(option);
            case FLAG -> Texts.exact(option);
            case NUMBER -> Texts.exact(option).map(text -> number(known, text));
            case DURATION -> option instanceof Term.Constant constant ? duration(known, constant) : Optional.empty();
        };
    }

    /** A number that stands for "no limit" is told as the largest there is. */
    private static String number(SettingModel known, String text) {
        return !known.neverValue().isEmpty() && text.strip().equals(known.neverValue())
                ? String.valueOf(Integer.MAX_VALUE)
                : text;
    }

    private static Optional<String> duration(SettingModel known, Term.Constant constant) {
        if (constant.value() instanceof Duration duration) {
            return Optional.of(duration.toString());
        }
        String text = String.valueOf(constant.value()).strip();
        if (text.startsWith("P")) {
            return iso(text);
        }
        if (!text.matches("-?\\d{1,15}")) {
            return Optional.empty();
        }
        if (text.equals(known.neverValue())) {
            return Optional.of(Duration.ZERO.toString());
        }
        long amount = Long.parseLong(text);
        Duration duration = switch (known.unit()) {
            case SECONDS -> Duration.ofSeconds(amount);
            case MINUTES -> Duration.ofMinutes(amount);
            default -> Duration.ofMillis(amount);
        };
        return Optional.of(duration.toString());
    }

    private static Optional<String> iso(String text) {
        try {
            return Optional.of(Duration.parse(text).toString());
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }

    /** Why a text is what it is. */
    static Evidence why(Term term) {
        return term.options().stream()
                .map(Term::why)
                .filter(evidence -> !evidence.steps().isEmpty())
                .findFirst()
                .orElse(Evidence.none());
    }
}
