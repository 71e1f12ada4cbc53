package larmor.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The conditions that a Runge–Kutta method of order p fulfils: Σ b_i Φ_i(t) = 1/γ(t) for every
 * rooted tree t of at most p nodes (J. C. Butcher).
 */
final class OrderConditions {

    private OrderConditions() {}

    /** A rooted tree by the subtrees at its root. */
    record Tree(List<Tree> branches) {

        int order() {
            return 1 + branches.stream().mapToInt(Tree::order).sum();
        }

        double density() {
            double product = order();
            for (Tree branch : branches) {
                product *= branch.density();
            }
            return product;
        }

        /** Φ_i(t) = Π over branches of Σ_j a_ij Φ_j(branch). */
        double[] weights(double[][] a) {
            double[] weights = new double[a.length];
            Arrays.fill(weights, 1);
            for (Tree branch : branches) {
                double[] inner = branch.weights(a);
                for (int i = 0; i < a.length; i++) {
                    weights[i] *= dot(a[i], inner);
                }
            }
            return weights;
        }
    }

    /** All trees of up to this many nodes. */
    static List<Tree> trees(int most) {
        List<Tree> all = new ArrayList<>();
        all.add(new Tree(List.of()));
        for (int order = 2; order <= most; order++) {
            List<Tree> smaller = List.copyOf(all);
            addForests(order - 1, smaller, smaller.size() - 1, new ArrayList<>(), all);
        }
        return all;
    }

    /** Adds a tree for each way to make this many nodes of the known trees up to an index. */
    private static void addForests(
            int nodes, List<Tree> known, int largest, List<Tree> chosen, List<Tree> trees) {
        if (nodes == 0) {
            trees.add(new Tree(List.copyOf(chosen)));
            return;
        }
        for (int index = largest; index >= 0; index--) {
            Tree branch = known.get(index);
            if (branch.order() <= nodes) {
                chosen.add(branch);
                addForests(nodes - branch.order(), known, index, chosen, trees);
                chosen.removeLast();
            }
        }
    }

    static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }
}
