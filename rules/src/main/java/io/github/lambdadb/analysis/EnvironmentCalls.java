package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** {@code System}: what no template sets stays symbolic, as properties do; their defaults do not. */
final class EnvironmentCalls {
    /** The type of the object that {@code System.getenv()} returns. */
    static final String MAP = "the environment";

    private final Machine machine;

    EnvironmentCalls(Machine machine) {
        this.machine = machine;
    }

    Optional<Term> call(String name, List<Term> arguments, Location at) {
        if (name.equals("getenv") && arguments.isEmpty()) {
            return Optional.of(new Term.Reference(Containers.create(machine, MAP, at)));
        }
        if (name.equals("getenv") && arguments.size() == 1) {
            return Optional.of(variable(arguments.get(0), at));
        }
        if (name.equals("getProperty") && !arguments.isEmpty()) {
            Term property = symbol(arguments.get(0), at);
            return Optional.of(arguments.size() == 1 ? property : Join.of(property, arguments.get(1)));
        }
        return Optional.empty();
    }

    Optional<Term> onMap(String name, List<Term> arguments, Location at) {
        return switch (name) {
            case "get" -> Optional.of(variable(arguments.get(0), at));
            case "getOrDefault" -> Optional.of(orDefault(arguments.get(0), arguments.get(1), at));
            case "containsKey" -> Optional.of(isSet(arguments.get(0)));
            default -> Optional.empty();
        };
    }

    private Term orDefault(Term name, Term byDefault, Location at) {
        return Join.map(name, option -> {
            Optional<String> variable = Texts.exact(option);
            if (variable.filter(machine.environment()::lacks).isPresent()) {
                return byDefault;
            }
            boolean isSet = variable.flatMap(machine.environment()::variable).isPresent();
            return isSet ? variable(option, at) : Join.of(symbol(option, at), byDefault);
        });
    }

    private Term isSet(Term name) {
        Optional<String> variable = Texts.exact(name);
        if (variable.flatMap(machine.environment()::variable).isPresent()) {
            return new Term.Constant(true, Evidence.none());
        }
        return variable.filter(machine.environment()::lacks).isPresent()
                ? new Term.Constant(false, Evidence.none())
                : new Term.Opaque(TypeName.of("boolean"), "whether an environment variable is set");
    }

    /** What the template sets it to, null where it is known not to be set, else a symbol. */
    private Term variable(Term name, Location at) {
        return Join.map(name, option -> {
            Optional<String> variable = Texts.exact(option);
            if (variable.filter(machine.environment()::lacks).isPresent()) {
                return Plain.NULL;
            }
            return variable.flatMap(machine.environment()::variable)
                    .map(value -> GivenTexts.term(value, variable.orElseThrow())
                            .because(at, "reads the environment variable " + variable.orElseThrow()))
                    .orElseGet(() -> symbol(option, at));
        });
    }

    private static Term symbol(Term name, Location at) {
        String text = Texts.exact(name).orElse("?");
        PartKind kind = text.equals("?") ? PartKind.UNKNOWN : PartKind.ENVIRONMENT;
        return new Term.Text(
                List.of(new Term.Part(kind, text)), Evidence.of(at, "reads the environment variable " + text));
    }
}
