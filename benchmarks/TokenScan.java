import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;

/** The least that a tool has to do that wants to know which Java files matter: walk, read every byte, look for 13 words. */
public final class TokenScan {
    private static final String[] WORDS = {
        "java.sql", "javax.sql", "jdbc", "r2dbc", "DataSource", "Hikari", "EntityManager", "SessionFactory",
        "SqlSession", "DSLContext", "Jdbi", "RequestHandler", "RequestStreamHandler"
    };
    private static final int FOUND = 1 << 30;

    /** For each state and byte the next state, times 256; with a mark on those that end a word. */
    private final int[] table = table();

    private int files;
    private int holding;
    private long bytes;

    public static void main(String[] arguments) throws IOException {
        TokenScan scan = new TokenScan();
        Files.walkFileTree(Path.of(arguments[0]), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (file.toString().endsWith(".java")) {
                    scan.look(Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        System.out.println(scan.files + " files, " + scan.bytes + " bytes, " + scan.holding + " files hold a word");
    }

    private void look(byte[] text) {
        files++;
        bytes += text.length;
        int state = 0;
        int seen = 0;
        for (byte each : text) {
            state = table[(state & ~FOUND) + (each & 0xff)];
            seen |= state;
        }
        holding += seen >>> 30;
    }

    private static int[] table() {
        int most = 1;
        for (String word : WORDS) {
            most += word.length();
        }
        int[][] goes = new int[most][256];
        boolean[] ends = new boolean[most];
        int states = 1;
        for (String word : WORDS) {
            int at = 0;
            for (byte each : word.getBytes(StandardCharsets.US_ASCII)) {
                if (goes[at][each] == 0) {
                    goes[at][each] = states++;
                }
                at = goes[at][each];
            }
            ends[at] = true;
        }
        fallBack(goes, ends);
        int[] flat = new int[states * 256];
        for (int i = 0; i < flat.length; i++) {
            int to = goes[i / 256][i % 256];
            flat[i] = to * 256 | (ends[to] ? FOUND : 0);
        }
        return flat;
    }

    private static void fallBack(int[][] goes, boolean[] ends) {
        int[] back = new int[goes.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int to : goes[0]) {
            if (to != 0) {
                open.add(to);
            }
        }
        while (!open.isEmpty()) {
            int at = open.remove();
            ends[at] |= ends[back[at]];
            for (int i = 0; i < 256; i++) {
                int to = goes[at][i];
                if (to == 0) {
                    goes[at][i] = goes[back[at]][i];
                } else {
                    back[to] = goes[back[at]][i];
                    open.add(to);
                }
            }
        }
    }
}
