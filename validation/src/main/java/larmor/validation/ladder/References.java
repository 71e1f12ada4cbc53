package larmor.validation.ladder;

import java.util.List;
import java.util.function.UnaryOperator;
import larmor.validation.CertifiedEndStates;
import larmor.validation.certified.ReferenceEndStates;

/**
 * What results are held against.
 *
 * @param certified end states at t' = 1000 for many voltages, good to 1e-18
 * @param endStates end states for both forms, with and without the torque, to 25 decimals
 * @param numbers what becomes of a reference number that a check computed or took from a paper
 */
public record References(
        List<CertifiedEndStates.Row> certified,
        List<ReferenceEndStates.EndState> endStates,
        Numbers numbers) {

    /** Reference numbers by the name of their check. */
    @FunctionalInterface
    public interface Numbers {

        /**
         * The number to compare with.
         *
         * @param check the name of the check
         * @param value what theory gives
         */
        double number(String check, double value);
    }

    /** Copies the lists. */
    public References {
        certified = List.copyOf(certified);
        endStates = List.copyOf(endStates);
    }

    /** The committed tables and the numbers as they are. */
    public static References committed() {
        return new References(
                CertifiedEndStates.rows(), ReferenceEndStates.table(), (_, value) -> value);
    }

    /** The largest uncertainty of an end state. */
    public double uncertainty() {
        return endStates.stream()
                .mapToDouble(ReferenceEndStates.EndState::uncertainty)
                .max()
                .orElseThrow();
    }

    /**
     * A reference number that is computed or comes from a paper. Every check whose reference is not
     * from a table passes it through here.
     *
     * @param check the name of the check
     * @param value what theory gives
     */
    public double number(String check, double value) {
        return numbers.number(check, value);
    }

    /** The same with other rows in the table of many voltages. */
    public References withCertified(UnaryOperator<CertifiedEndStates.Row> change) {
        return new References(certified.stream().map(change).toList(), endStates, numbers);
    }

    /** The same with other entries in the table of both forms. */
    public References withEndStates(UnaryOperator<ReferenceEndStates.EndState> change) {
        return new References(certified, endStates.stream().map(change).toList(), numbers);
    }

    /** The same with other numbers. */
    public References withNumbers(Numbers other) {
        return new References(certified, endStates, other);
    }
}
