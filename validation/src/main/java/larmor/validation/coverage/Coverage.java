package larmor.validation.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import larmor.sweep.SweepRow;

/**
 * How the uncertainties of one sweep compare with the true errors of its rows.
 *
 * @param name what was run
 * @param comparisons one for each row
 */
public record Coverage(String name, List<Comparison> comparisons) {

    /** Copies the list. */
    public Coverage {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * A row next to the truth.
     *
     * @param row what the sweep says
     * @param fmrFrequency ω₀ of its device
     * @param truth the state it should be in
     */
    public record Comparison(SweepRow row, double fmrFrequency, ReferenceState truth) {

        /**
         * |ω − ω_true|/ω₀, with ω_true = 0 for a truth at rest; empty if the run has no frequency,
         * and if the truth is at rest and the uncertainty of the run does not exclude that.
         */
        public OptionalDouble frequencyError() {
            if (row.frequency().isEmpty()) {
                return OptionalDouble.empty();
            }
            double frequency = row.frequency().getAsDouble();
            if (truth.frequency().isEmpty()) {
                return frequency > row.frequencyUncertainty().orElseThrow()
                        ? OptionalDouble.of(frequency)
                        : OptionalDouble.empty();
            }
            return distance(frequency, truth.frequency().getAsDouble() / fmrFrequency);
        }

        /** |⟨p⟩ − ⟨p⟩_true|; empty for a run that failed. */
        public OptionalDouble powerError() {
            return row.power().isPresent()
                    ? distance(row.power().getAsDouble(), truth.power())
                    : OptionalDouble.empty();
        }

        private static OptionalDouble distance(double value, double target) {
            double error = Math.abs(value - target);
            return OptionalDouble.of(Math.max(0, error - ReferenceState.ACCURACY));
        }

        /** Whether the run had no attractor near it, so that its uncertainty is the whole range. */
        public boolean unbounded() {
            return row.powerUncertainty().orElse(1) >= 1;
        }
    }

    /** What is uncertain. */
    public enum Quantity {
        /** ω/ω₀. */
        FREQUENCY("frequency"),
        /** ⟨p⟩. */
        POWER("power");

        private final String id;

        Quantity(String id) {
            this.id = id;
        }

        /** The name in files. */
        public String id() {
            return id;
        }

        private OptionalDouble error(Comparison comparison) {
            return switch (this) {
                case FREQUENCY -> comparison.frequencyError();
                case POWER -> comparison.powerError();
            };
        }

        private OptionalDouble uncertainty(Comparison comparison) {
            return switch (this) {
                case FREQUENCY -> comparison.row().frequencyUncertainty();
                case POWER -> comparison.row().powerUncertainty();
            };
        }
    }

    /** The comparisons of several sweeps together. */
    public static Coverage joined(List<Coverage> coverages) {
        return new Coverage(
                "all", coverages.stream().flatMap(one -> one.comparisons().stream()).toList());
    }

    /** How many rows have settled. */
    public long settled() {
        return comparisons.stream().filter(comparison -> comparison.row().settled()).count();
    }

    /** How many rows have the whole range for their uncertainty. */
    public long unbounded() {
        return comparisons.stream().filter(Comparison::unbounded).count();
    }

    /** The rows that have an attractor near: the others are covered whatever they say. */
    public Coverage bounded() {
        return new Coverage(
                name + " but the unbounded",
                comparisons.stream().filter(one -> !one.unbounded()).toList());
    }

    /** The true errors, less the accuracy of the truth, in rising order. */
    public double[] errors(Quantity quantity) {
        return sorted(compared(quantity).mapToDouble(one -> quantity.error(one).orElseThrow()));
    }

    /** The true errors over their uncertainties, in rising order: at most 1 where covered. */
    public double[] shares(Quantity quantity) {
        return sorted(
                compared(quantity)
                        .mapToDouble(one ->
                                quantity.error(one).orElseThrow()
                                        / quantity.uncertainty(one).orElseThrow()));
    }

    private Stream<Comparison> compared(Quantity quantity) {
        return comparisons.stream().filter(one -> quantity.error(one).isPresent());
    }

    private static double[] sorted(DoubleStream values) {
        return values.sorted().toArray();
    }

    /**
     * The part of the uncertainties that would cover the true error if each were multiplied.
     *
     * @param quantity frequency or power
     * @param factor 1 for the uncertainties as they are
     * @return from 0 to 1; NaN where there is nothing to cover
     */
    public double covered(Quantity quantity, double factor) {
        double[] shares = shares(quantity);
        return Arrays.stream(shares).filter(share -> share <= factor).count()
                / (double) shares.length;
    }

    /**
     * A quantile.
     *
     * @param sorted in rising order, at least one
     * @param part from 0 to 1
     * @return the smallest value that this part of them does not exceed
     */
    public static double quantile(double[] sorted, double part) {
        int rank = (int) Math.ceil(part * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** The head of the table that {@link #markdown} makes lines for. */
    public static String markdownHead() {
        return """
        | run | n | settled | unbounded | ω/ω₀: median error | covered | error/uncertainty, median, 95 % | ⟨p⟩: median error | covered | error/uncertainty, median, 95 % |
        |---|---|---|---|---|---|---|---|---|---|
        """;
    }

    /** One line of the table. */
    public String markdown() {
        StringBuilder line = new StringBuilder();
        line.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %d |",
                        name,
                        comparisons.size(),
                        settled(),
                        unbounded()));
        for (Quantity quantity : Quantity.values()) {
            double[] shares = shares(quantity);
            line.append(
                    String.format(
                            Locale.ROOT,
                            " %.0e | %.1f %% | %.3f, %.3f |",
                            quantile(errors(quantity), 0.5),
                            100 * covered(quantity, 1),
                            quantile(shares, 0.5),
                            quantile(shares, 0.95)));
        }
        return line.append('\n').toString();
    }
}
