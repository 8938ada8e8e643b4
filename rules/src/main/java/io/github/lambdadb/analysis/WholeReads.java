package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.facts.WholeRead;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Queries for all rows of a table. */
final class WholeReads {
    private static final Set<String> READING =
            Set.of("executeQuery", "execute", "query", "queryForList", "queryForStream");

    private static final Set<String> LIMITING = Set.of("setMaxRows", "setLargeMaxRows", "setFetchSize");

    /** What says on an object that no more than some rows are read at once. */
    private static final String LIMITED = "#limited";

    /** Columns of one table, in some order, and nothing else: no condition, no other table, no aggregate, no limit. */
    private static final Pattern WHOLE_TABLE =
            Pattern.compile("(?i)select (?!top\\b|first\\b|limit\\b)[^()]+? from [\\w.\"`\\[\\]]+"
                    + "( (as )?(?!where\\b|limit\\b|fetch\\b|offset\\b|join\\b|group\\b|order\\b)\\w+)?"
                    + "( order by [\\w., ]+)? ?;?");

    private static final Pattern LIMIT = Pattern.compile("(?i)\\b(limit|fetch|offset|rownum)\\b");

    private final Machine machine;
    private final List<Read> reads = new ArrayList<>();

    private record Read(String what, Location at, String member, Evidence path) {}

    WholeReads(Machine machine) {
        this.machine = machine;
    }

    /** Something is called on an object that works on a connection. */
    void called(HeapObject handle, Expr.Call expr) {
        if (LIMITING.contains(expr.name())) {
            machine.write(handle, LIMITED, new Term.Constant(true, Evidence.none()));
        }
    }

    /** A statement is sent by an object that works on a connection. */
    void sent(HeapObject handle, String sql, Expr.Call expr) {
        boolean isWhole = machine.epoch() > 0
                && READING.contains(expr.name())
                && machine.read(handle, LIMITED) instanceof Term.Unset
                && WHOLE_TABLE.matcher(sql).matches()
                && !LIMIT.matcher(sql).find();
        if (isWhole) {
            reads.add(new Read(
                    words(sql),
                    expr.at(),
                    machine.frame().member(),
                    machine.frame().path()));
        }
    }

    private static String words(String sql) {
        String[] words = sql.strip().split("\\s+", 5);
        return String.join(" ", List.of(words).subList(0, Math.min(4, words.length)))
                .toUpperCase(Locale.ROOT);
    }

    /** Of one function. */
    static List<WholeRead> of(Run run) {
        return run.connections().wholeReads().reads.stream()
                .map(read -> new WholeRead(
                        read.what(),
                        new Subject(read.at().file(), read.member(), read.what()),
                        read.at(),
                        List.of(run.function()),
                        Certainty.DEFINITE,
                        read.path().then(Evidence.of(read.at(), "asks for all rows"))))
                .toList();
    }

    /** One fact for each place. */
    static List<WholeRead> merge(List<WholeRead> reads) {
        return SamePlace.merge(
                reads,
                read -> List.of(read.site(), read.what()),
                Comparator.comparing(WholeRead::site).thenComparing(WholeRead::what));
    }
}
