package io.github.lambdadb.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Orders version texts by their numbers: {@code 5.10.0} after {@code 5.9.1}; what follows the numbers does not count. */
final class Versions {
    private Versions() {}

    static boolean isWithin(String version, String from, String before) {
        return (from.isEmpty() || compare(version, from) >= 0) && (before.isEmpty() || compare(version, before) < 0);
    }

    static int compare(String left, String right) {
        List<Integer> a = numbers(left);
        List<Integer> b = numbers(right);
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int order = Integer.compare(i < a.size() ? a.get(i) : 0, i < b.size() ? b.get(i) : 0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.split("[.-]", -1)) {
            if (!part.matches("\\d{1,9}")) {
                break;
            }
            numbers.add(Integer.valueOf(part));
        }
        return numbers;
    }
}
