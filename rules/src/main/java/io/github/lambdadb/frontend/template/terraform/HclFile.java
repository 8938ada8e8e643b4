package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Body.Argument;
import io.github.lambdadb.frontend.template.terraform.Body.Block;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of Terraform's language, and goes on after what it cannot read: an argument without a readable value keeps its
 * name, so that nobody takes it for absent.
 */
final class HclFile {
    private static final int MOST_PROBLEMS = 40;

    private final HclCursor cursor;
    private final List<Problem> problems = new ArrayList<>();

    /** What cannot be read, and where. */
    record Problem(Location at, String reason) {}

    /** A file as far as it can be read. */
    record Result(Body body, List<Problem> problems) {
        Result {
            problems = List.copyOf(problems);
        }
    }

    private HclFile(HclCursor cursor) {
        this.cursor = cursor;
    }

    static Result read(String file, String text) {
        HclFile reader = new HclFile(new HclCursor(file, text));
        Body body = reader.body(true);
        if (reader.cursor.isCommentOpen()) {
            reader.problem(new HclException("a comment is not closed", reader.cursor.here()));
        }
        return new Result(body, reader.problems);
    }

    private Body body(boolean isFile) {
        List<Argument> arguments = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        while (problems.size() < MOST_PROBLEMS) {
            cursor.skipBlankLines();
            if (cursor.isAtEnd()) {
                break;
            }
            if (cursor.next() == '}') {
                if (!isFile) {
                    break;
                }
                problem(new HclException("a '}' closes nothing", cursor.here()));
                cursor.advance(1);
            } else {
                item(arguments, blocks);
            }
        }
        return new Body(arguments, blocks);
    }

    private void item(List<Argument> arguments, List<Block> blocks) {
        int start = cursor.at();
        try {
            String name = cursor.next() == '"' ? label() : cursor.name();
            cursor.skipBlank();
            boolean isArgument = (cursor.next() == '=' && cursor.next(1) != '=') || cursor.next() == ':';
            if (isArgument) {
                cursor.advance(1);
                arguments.add(argument(name, start));
            } else {
                blocks.add(block(name, start));
            }
        } catch (HclException malformed) {
            problem(malformed);
            cursor.moveTo(Math.max(cursor.at(), start));
            cursor.skipLine();
        }
    }

    private Argument argument(String name, int start) {
        int depth = problems.size();
        try {
            Expression value = new HclExpressions(cursor).read();
            Argument argument = new Argument(name, value, cursor.from(start));
            cursor.skipBlank();
            if (!cursor.isAtEnd() && cursor.next() != '\n' && cursor.next() != '}' && cursor.next() != ',') {
                throw new HclException("the end of the line is missing after '" + name + "'", cursor.here());
            }
            cursor.take(",");
            return argument;
        } catch (HclException malformed) {
            problem(malformed);
            Location at = cursor.from(start);
            cursor.skipLine();
            return new Argument(name, new Expression.Opaque(problems.get(depth).reason(), at), at);
        }
    }

    private Block block(String type, int start) throws HclException {
        List<String> labels = new ArrayList<>();
        while (cursor.next() != '{') {
            labels.add(cursor.next() == '"' ? label() : cursor.name());
            cursor.skipBlank();
        }
        Location head = cursor.from(start);
        cursor.enter();
        try {
            cursor.advance(1);
            Body body = body(false);
            cursor.skipBlankLines();
            if (!cursor.take("}") && problems.size() < MOST_PROBLEMS) {
                problem(new HclException("the block '" + type + "' is not closed", head));
            }
            return new Block(type, labels, body, head);
        } finally {
            cursor.leave();
        }
    }

    private String label() throws HclException {
        int start = cursor.at() + 1;
        cursor.advance(1);
        while (cursor.next() != '"') {
            if (cursor.isAtEnd() || cursor.next() == '\n') {
                throw new HclException("a quote is not closed", cursor.here());
            }
            cursor.advance(1);
        }
        String label = cursor.since(start);
        cursor.advance(1);
        return label;
    }

    private void problem(HclException malformed) {
        cursor.setNewlinesAreBlank(false);
        problems.add(new Problem(malformed.location(), String.valueOf(malformed.getMessage())));
    }
}
