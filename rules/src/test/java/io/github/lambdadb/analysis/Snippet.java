package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.frontend.java.JavaInputs;
import io.github.lambdadb.frontend.java.JavaProgram;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A piece of Java, run abstractly once: the statements of a method of which {@code any}, {@code text}, {@code maybe} and
 * {@code given} are the parameters, so that nothing is known of them.
 */
final class Snippet {
    private static final String IMPORTS = """
            package shop;

            import com.amazonaws.services.lambda.runtime.Context;
            import com.amazonaws.services.lambda.runtime.RequestHandler;
            import com.zaxxer.hikari.HikariConfig;
            import com.zaxxer.hikari.HikariDataSource;
            import java.sql.Connection;
            import java.sql.DriverManager;
            import java.sql.PreparedStatement;
            import java.sql.ResultSet;
            import java.sql.SQLException;
            import java.sql.Statement;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;
            import javax.sql.DataSource;

            """;
    private static final String FRAME = IMPORTS + """
            class Db {
                %s

                Object run(int any, String text, boolean maybe, Object given) throws Exception {
                    %s
                }
            }
            """;

    private static final String HANDLER = IMPORTS + """
            public class Db implements RequestHandler<String, String> {
                %s

                @Override
                public String handleRequest(String event, Context context) {
                    %s
                }
            }
            """;

    private final Machine machine;
    private final Term result;

    private Snippet(Machine machine, Term result) {
        this.machine = machine;
        this.result = result;
    }

    /** Runs the statements; {@code members} stand beside their method, or are types of the file. */
    static Snippet run(Path folder, String members, String statements) throws IOException {
        try (JavaProgram program = open(folder, FRAME.formatted(members, statements))) {
            TypeDecl type = program.type("shop.Db").orElseThrow();
            Machine machine = Bare.machine(program, type);
            Interpreter interpreter = new Interpreter(machine);
            Term self = interpreter.construction().instantiate(type, Plain.NULL, List.of(), type.at());
            Method method = type.methods("run").get(0);
            List<Term> arguments = method.parameters().stream()
                    .<Term>map(parameter -> new Term.Opaque(parameter.type(), "an argument"))
                    .toList();
            return new Snippet(machine, interpreter.activations().invoke(method, self, arguments, type.at()));
        }
    }

    /** What the analysis believes of a function with these members, which handles an event with these statements. */
    static Facts facts(Path folder, String members, String statements) throws IOException {
        try (JavaProgram program = open(folder, HANDLER.formatted(members, statements))) {
            return Analysis.analyse(AnalysisInput.ofCode(program, Catalog.builtIn()));
        }
    }

    private static JavaProgram open(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("Db.java"), text);
        JavaInputs inputs =
                new JavaInputs(folder, List.of(folder), List.of(), List.of(), List.of(), Map.of(), file -> true);
        return JavaProgram.open(inputs, List.of(), Catalog.builtIn().typeNames());
    }

    Machine machine() {
        return machine;
    }

    Term result() {
        return result;
    }

    /**
     * What the method may return, in order: constants and texts as they are, {@code null}, the simple type of an object, and
     * {@code ?} for what is not known.
     */
    List<String> returned() {
        return result.options().stream().map(Snippet::shown).sorted().toList();
    }

    /** What was seen of this kind, in order. */
    Stream<Recorder.Event> events(Recorder.Kind kind) {
        return machine.recorder().events().stream().filter(event -> event.kind() == kind);
    }

    private static String shown(Term term) {
        if (term instanceof Term.Null) {
            return "null";
        }
        return term instanceof Term.Reference reference
                ? TypeName.of(reference.object().type()).simpleName()
                : Texts.shown(term).orElse("?");
    }
}
