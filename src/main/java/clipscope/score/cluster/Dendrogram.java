package clipscope.score.cluster;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was joined with what, as a tree with the things themselves as leaves.
///
/// Nodes 0 to n − 1 are the leaves; node n + i is the i-th join, lowest first.
///
/// **Thread:** Immutable.
final class Dendrogram {

    private final int leaves;
    private final int[] left;
    private final int[] right;

    /// @param left of each join
    /// @param right of each join
    Dendrogram(int leaves, int[] left, int[] right) {
        this.leaves = leaves;
        this.left = left;
        this.right = right;
    }

    int leaves() {
        return leaves;
    }

    /// {@return how many nodes there are; the last is the root}
    int nodes() {
        return leaves + left.length;
    }

    boolean isLeaf(int node) {
        return node < leaves;
    }

    int left(int node) {
        return left[node - leaves];
    }

    int right(int node) {
        return right[node - leaves];
    }

    /// {@return the leaves from left to right}
    int[] order() {
        int[] order = new int[leaves];
        int place = 0;
        Deque<Integer> open = new ArrayDeque<>();
        if (leaves > 0) {
            open.push(nodes() - 1);
        }
        while (!open.isEmpty()) {
            int node = open.pop();
            if (isLeaf(node)) {
                order[place++] = node;
            } else {
                open.push(right(node));
                open.push(left(node));
            }
        }
        return order;
    }
}
