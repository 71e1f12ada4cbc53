package larmor.validation.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import larmor.validation.ladder.PowerLaw;
import larmor.validation.page.Series;

/** Errors after 1, 2, 4, … units of time, of several quantities. */
final class Growth {

    private final double unit;
    private final List<double[]> errors = new ArrayList<>();

    /**
     * @param unit what one unit is on the axis of time
     */
    Growth(double unit) {
        this.unit = unit;
    }

    /** Adds the errors after the next power of two; NaN where the run failed. */
    void add(double... next) {
        errors.add(next);
    }

    /** The last number of units. */
    int last() {
        return 1 << doublings();
    }

    /** The error of a quantity after 2^k units. */
    double at(int k, int quantity) {
        return errors.get(k)[quantity];
    }

    /** How often the first unit was doubled. */
    int doublings() {
        return errors.size() - 1;
    }

    /** The largest absolute error of a quantity; NaN if a run failed. */
    double largest(int quantity) {
        double largest = 0;
        for (double[] error : errors) {
            double size = Math.abs(error[quantity]);
            // Keeps NaN.
            largest = size <= largest ? largest : size;
        }
        return largest;
    }

    /** The power law of the absolute errors from {@code first} units on. */
    PowerLaw fit(int quantity, int first) {
        int[] fitted = IntStream.range(0, errors.size()).filter(k -> 1 << k >= first).toArray();
        return PowerLaw.fit(
                IntStream.of(fitted).mapToDouble(k -> unit * (1 << k)).toArray(),
                IntStream.of(fitted).mapToDouble(k -> Math.abs(at(k, quantity))).toArray());
    }

    /** The absolute errors of a quantity against time. */
    List<Series.Point> points(int quantity) {
        return IntStream.range(0, errors.size())
                .mapToObj(k -> Series.Point.of(unit * (1 << k), Math.abs(at(k, quantity))))
                .toList();
    }
}
