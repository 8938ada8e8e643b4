package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** {@code System}: environment variables and properties stay symbolic, their defaults do not. */
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
        if ((name.equals("getenv") || name.equals("getProperty")) && !arguments.isEmpty()) {
            Term variable = variable(arguments.get(0), at);
            return Optional.of(arguments.size() == 1 ? variable : Join.of(variable, arguments.get(1)));
        }
        return Optional.empty();
    }

    Optional<Term> onMap(String name, List<Term> arguments, Location at) {
        return switch (name) {
            case "get" -> Optional.of(variable(arguments.get(0), at));
            case "getOrDefault" -> Optional.of(Join.of(variable(arguments.get(0), at), arguments.get(1)));
            case "containsKey" ->
                Optional.of(new Term.Opaque(TypeName.of("boolean"), "whether an environment variable is set"));
            default -> Optional.empty();
        };
    }

    private static Term variable(Term name, Location at) {
        return Join.map(name, option -> {
            String text = Texts.exact(option).orElse("?");
            PartKind kind = text.equals("?") ? PartKind.UNKNOWN : PartKind.ENVIRONMENT;
            return new Term.Text(
                    List.of(new Term.Part(kind, text)), Evidence.of(at, "reads the environment variable " + text));
        });
    }
}
