package io.github.lambdadb.frontend.java;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** An Aho-Corasick automaton over bytes: one table look-up per byte tells which of the tokens a text holds. */
final class TokenAutomaton {
    private static final int BYTES = 256;
    private static final int LAST_BIT = 63;

    private final List<String> tokens;
    /** Row offset of the next state; its complement when the next state completes a token. */
    private final int[] next;

    private final long[] found;

    TokenAutomaton(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
        List<int[]> rows = new ArrayList<>(List.of(row()));
        List<Long> masks = new ArrayList<>(List.of(0L));
        for (String token : this.tokens) {
            insert(token, rows, masks);
        }
        link(rows, masks);
        this.found = masks.stream().mapToLong(Long::longValue).toArray();
        this.next = flatten(rows, found);
    }

    /** The bit of a token in the masks; 0 when it is not among the tokens. */
    long bit(String token) {
        int at = tokens.indexOf(token);
        return at < 0 ? 0 : 1L << Math.min(at, LAST_BIT);
    }

    List<String> tokens() {
        return tokens;
    }

    long scan(byte[] bytes, int length) {
        int state = 0;
        long mask = 0;
        for (int i = 0; i < length; i++) {
            state = next[state + (bytes[i] & 0xff)];
            if (state < 0) {
                state = ~state;
                mask |= found[state / BYTES];
            }
        }
        return mask;
    }

    private void insert(String token, List<int[]> rows, List<Long> masks) {
        int state = 0;
        for (byte b : token.getBytes(StandardCharsets.UTF_8)) {
            int[] row = rows.get(state);
            if (row[b & 0xff] < 0) {
                row[b & 0xff] = rows.size();
                rows.add(row());
                masks.add(0L);
            }
            state = row[b & 0xff];
        }
        masks.set(state, masks.get(state) | bit(token));
    }

    private static void link(List<int[]> rows, List<Long> masks) {
        int[] fallback = new int[rows.size()];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int b = 0; b < BYTES; b++) {
            int target = rows.get(0)[b];
            if (target < 0) {
                rows.get(0)[b] = 0;
            } else {
                queue.add(target);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int[] back = rows.get(fallback[state]);
            int[] row = rows.get(state);
            masks.set(state, masks.get(state) | masks.get(fallback[state]));
            for (int b = 0; b < BYTES; b++) {
                if (row[b] < 0) {
                    row[b] = back[b];
                } else {
                    fallback[row[b]] = back[b];
                    queue.add(row[b]);
                }
            }
        }
    }

    private static int[] flatten(List<int[]> rows, long[] found) {
        int[] table = new int[rows.size() * BYTES];
        for (int state = 0; state < rows.size(); state++) {
            for (int b = 0; b < BYTES; b++) {
                int target = rows.get(state)[b];
                table[state * BYTES + b] = found[target] == 0 ? target * BYTES : ~(target * BYTES);
            }
        }
        return table;
    }

    private static int[] row() {
        int[] row = new int[BYTES];
        Arrays.fill(row, -1);
        return row;
    }
}
