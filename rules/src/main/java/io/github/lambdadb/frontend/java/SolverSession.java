package io.github.lambdadb.frontend.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.resolution.types.ResolvedReferenceType;
import com.github.javaparser.resolution.types.ResolvedType;
import com.github.javaparser.symbolsolver.JavaSymbolSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.CombinedTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.JarTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.JavaParserTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.ReflectionTypeSolver;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One life of the symbol solver: its type solvers and the few files that were parsed last. Used by one thread. */
final class SolverSession {
    private static final int KEPT_FILES = 8;
    private static final int DEEPEST = 8;

    private final JavaInputs inputs;
    private final Map<Path, CompilationUnit> units = new LinkedHashMap<>();
    private @Nullable JavaParser parser;

    SolverSession(JavaInputs inputs) {
        this.inputs = inputs;
    }

    Optional<TypeName> typeOf(Expr expression, Path file) throws IOException {
        Optional<Expression> node = unit(file).flatMap(unit -> find(unit, expression));
        return node.isEmpty() ? Optional.empty() : name(node.get().calculateResolvedType(), 0);
    }

    private Optional<CompilationUnit> unit(Path file) throws IOException {
        CompilationUnit known = units.remove(file);
        if (known == null) {
            Optional<CompilationUnit> parsed = parser().parse(
                            new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .getResult();
            if (parsed.isEmpty()) {
                return parsed;
            }
            known = parsed.get();
        }
        units.put(file, known);
        if (units.size() > KEPT_FILES) {
            units.remove(units.keySet().iterator().next());
        }
        return Optional.of(known);
    }

    private JavaParser parser() throws IOException {
        JavaParser ready = parser;
        if (ready == null) {
            ready = new JavaParser(configuration().setSymbolResolver(new JavaSymbolSolver(types())));
            parser = ready;
        }
        return ready;
    }

    private CombinedTypeSolver types() throws IOException {
        CombinedTypeSolver types = new CombinedTypeSolver();
        types.add(new ReflectionTypeSolver(true));
        for (Path entry : inputs.classPath()) {
            if (Files.isRegularFile(entry) && entry.toString().endsWith(".jar")) {
                types.add(new JarTypeSolver(entry));
            }
        }
        for (List<Path> roots : List.of(inputs.ownRoots(), inputs.siblingRoots())) {
            for (Path root : roots) {
                if (Files.isDirectory(root)) {
                    types.add(new JavaParserTypeSolver(root, configuration()));
                }
            }
        }
        return types;
    }

    private static ParserConfiguration configuration() {
        return new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
                .setAttributeComments(false);
    }

    private static Optional<Expression> find(CompilationUnit unit, Expr expression) {
        Location at = expression.at();
        boolean isCall = expression instanceof Expr.Call;
        return unit.findFirst(Expression.class, node -> {
            Node first = isCall && node instanceof MethodCallExpr call ? call.getName() : node;
            return isCall == node instanceof MethodCallExpr && starts(first, at) && ends(node, at);
        });
    }

    private static boolean starts(Node node, Location at) {
        return node.getRange()
                .map(range -> range.begin.line == at.line() && range.begin.column == at.column())
                .orElse(false);
    }

    private static boolean ends(Node node, Location at) {
        Optional<Range> range = node.getRange();
        return range.isPresent()
                && range.get().end.line == at.endLine()
                && range.get().end.column + 1 == at.endColumn();
    }

    private static Optional<TypeName> name(ResolvedType type, int depth) {
        if (type.isArray()) {
            return name(type.asArrayType().getComponentType(), depth).map(element -> TypeNames.array(element, 1));
        }
        if (type.isPrimitive() || type.isVoid()) {
            return Optional.of(TypeName.of(type.describe()));
        }
        if (type.isReferenceType()) {
            return Optional.of(reference(type.asReferenceType(), depth));
        }
        if (type.isWildcard() && type.asWildcard().isExtends()) {
            return name(type.asWildcard().getBoundedType(), depth);
        }
        if (type.isTypeVariable() && depth < DEEPEST) {
            return type.asTypeParameter().getBounds().stream()
                    .filter(bound -> bound.isExtends())
                    .findFirst()
                    .flatMap(bound -> name(bound.getType(), depth + 1))
                    .or(() -> Optional.of(TypeName.OBJECT));
        }
        return Optional.empty();
    }

    private static TypeName reference(ResolvedReferenceType type, int depth) {
        List<TypeName> arguments = depth >= DEEPEST
                ? List.of()
                : type.typeParametersValues().stream()
                        .map(argument -> name(argument, depth + 1).orElse(TypeName.OBJECT))
                        .toList();
        return new TypeName(type.getQualifiedName(), arguments, 0, true);
    }
}
