package io.github.lambdadb.frontend.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.source.Location;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Parses a file; what the parser cannot make sense of is a gap, and what it could make sense of is kept. */
final class SourceParser {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST_OVERRUNS = 3;
    /** Far more than any person writes, and far less than fills the parsing thread's stack. */
    private static final int DEEPEST = 1_500;

    private final GapLog gaps;
    private int parsed;
    private int overruns;

    SourceParser(GapLog gaps) {
        this.gaps = gaps;
    }

    /** How many files were parsed. */
    int parsed() {
        return parsed;
    }

    Optional<CompilationUnit> parse(SourceFile file, byte[] bytes, int length) {
        if (nesting(bytes, length) > DEEPEST) {
            gaps.add(Gap.Kind.UNPARSABLE_FILE, file.name(), "The file is nested too deeply.");
            return Optional.empty();
        }
        if (overruns >= MOST_OVERRUNS) {
            gaps.add(Gap.Kind.BUDGET_EXHAUSTED, file.name(), "Other files took too long to parse.");
            return Optional.empty();
        }
        parsed++;
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        try {
            return keep(file, DeepStack.run("lambda-db-parse", LIMIT, () -> parse(text)));
        } catch (DeepStack.OverBudget e) {
            overruns++;
            gaps.add(Gap.Kind.BUDGET_EXHAUSTED, file.name(), "The file takes too long to parse.");
        } catch (DeepStack.Failed e) {
            gaps.add(Gap.Kind.UNPARSABLE_FILE, file.name(), "The parser fails: " + e.getMessage() + ".");
        }
        return Optional.empty();
    }

    private static ParseResult<CompilationUnit> parse(String text) {
        ParseResult<CompilationUnit> raw = new JavaParser(configuration(LanguageLevel.RAW)).parse(text);
        if (raw.isSuccessful()) {
            return raw;
        }
        // what the raw level does not know, like "yield"; where both fail, the newer level tells more
        return new JavaParser(configuration(LanguageLevel.JAVA_25)).parse(text);
    }

    private static ParserConfiguration configuration(LanguageLevel level) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(level)
                .setAttributeComments(false)
                // without tokens the parser keeps no places either
                .setStoreTokens(true);
        // validators find fault with much that can be lowered all the same
        configuration.getProcessors().clear();
        return configuration;
    }

    private Optional<CompilationUnit> keep(SourceFile file, ParseResult<CompilationUnit> result) {
        if (!result.isSuccessful()) {
            Optional<Problem> first = result.getProblems().stream().findFirst();
            Location at = first.flatMap(Problem::getLocation)
                    .flatMap(TokenRange::toRange)
                    .map(range -> Location.ofLine(file.name(), Math.max(1, range.begin.line)))
                    .orElseGet(() -> Location.ofLine(file.name(), 1));
            String message = first.map(Problem::getMessage).orElse("The file is no Java");
            gaps.add(Gap.Kind.UNPARSABLE_FILE, at, message.split(", expected", 2)[0]);
        }
        return result.getResult();
    }

    private static int nesting(byte[] bytes, int length) {
        JavaWords words = new JavaWords(bytes, length);
        int depth = 0;
        int deepest = 0;
        for (int kind = words.next(); kind != JavaWords.END; kind = words.next()) {
            if (kind == '(' || kind == '{' || kind == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (kind == ')' || kind == '}' || kind == ']') {
                depth--;
            }
        }
        return deepest;
    }
}
