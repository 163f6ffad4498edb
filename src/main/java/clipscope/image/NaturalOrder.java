package clipscope.image;

import java.nio.file.Path;
import java.util.Comparator;

/// Orders names as people count: `img2` before `img10`, and without regard to case.
///
/// Names that differ only in case or in leading zeros keep a fixed order: two names are equal only if they are the
/// same.
final class NaturalOrder {

    /// Orders files by folder and name, each name by itself.
    static final Comparator<Path> PATHS = NaturalOrder::comparePaths;

    private NaturalOrder() {}

    private static int comparePaths(Path a, Path b) {
        int shared = Math.min(a.getNameCount(), b.getNameCount());
        for (int i = 0; i < shared; i++) {
            int order = compare(a.getName(i).toString(), b.getName(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return a.getNameCount() != b.getNameCount() ? a.getNameCount() - b.getNameCount() : a.compareTo(b);
    }

    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order;
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = endOfDigits(a, i);
                int endB = endOfDigits(b, j);
                order = compareDigits(a.substring(i, endA), b.substring(j, endB));
                i = endA;
                j = endB;
            } else {
                order = Character.compare(fold(a.charAt(i++)), fold(b.charAt(j++)));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = (a.length() - i) - (b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    /// Compares by value without making numbers of them: a name may hold a hundred digits.
    private static int compareDigits(String a, String b) {
        String left = a.replaceFirst("^0+", "");
        String right = b.replaceFirst("^0+", "");
        return left.length() != right.length() ? left.length() - right.length() : left.compareTo(right);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfDigits(String s, int from) {
        int end = from;
        while (end < s.length() && isDigit(s.charAt(end))) {
            end++;
        }
        return end;
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
