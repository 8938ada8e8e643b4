package io.github.lambdadb.analysis;

import io.github.lambdadb.frontend.java.JavaInputs;
import io.github.lambdadb.frontend.java.JavaProgram;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A machine that has run nothing yet, over a program without files. */
final class Bare {
    static final Location HERE = Location.ofLine("Db.java", 1);

    private Bare() {}

    static Machine machine() {
        Path nowhere = Path.of("src/test/no-sources");
        JavaInputs inputs = new JavaInputs(nowhere, List.of(), List.of(), List.of(), List.of(), Map.of(), file -> true);
        Stmt.Block nothing = new Stmt.Block(List.of(), HERE);
        TypeDecl entry = new TypeDecl(
                "Db",
                TypeDecl.Kind.CLASS,
                "",
                true,
                false,
                TypeName.OBJECT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                nothing,
                nothing,
                Map.of(),
                List.of(),
                HERE);
        return machine(JavaProgram.open(inputs, List.of(), Set.of()), entry);
    }

    /** A machine that stands before a method of the class. */
    static Machine machine(Program program, TypeDecl entry) {
        return new Machine(
                AnalysisInput.ofCode(program, Catalog.builtIn()),
                new ProcessEnvironment(Map.of(), false),
                entry,
                "run()",
                HERE);
    }
}
