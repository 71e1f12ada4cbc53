package larmor.validation.ladder;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.validation.SolverCatalogue;
import larmor.validation.Subject;

/**
 * Everything that a check compares: the solvers under test, the coefficients that they read, and
 * the references. An honest laboratory hands out what Larmor uses; one that was tampered with hands
 * out one thing that is wrong, and the checks have to notice.
 *
 * @param subjects the solvers under test, Larmor's and Hipparchus'
 * @param equation where the solvers get their coefficients from
 * @param references what their results are held against
 * @param threads how many threads a batch may use; no result depends on it
 */
public record Laboratory(
        List<Subject> subjects, EquationSource equation, References references, int threads) {

    /** Where the solvers under test get their coefficients from. */
    @FunctionalInterface
    public interface EquationSource {

        /**
         * The coefficients that a solver under test reads. References do not read these.
         *
         * @param oscillator the device
         * @param voltage v = V/V_c
         * @param form exact or to leading order
         * @param selfTorque whether the self-induced torque acts
         */
        Coefficients coefficients(
                Oscillator oscillator, double voltage, EquationForm form, boolean selfTorque);
    }

    /** Copies the list. */
    public Laboratory {
        subjects = List.copyOf(subjects);
    }

    /** Everything as it is. */
    public static Laboratory honest(int threads) {
        return new Laboratory(
                SolverCatalogue.subjects(),
                Oscillator::coefficients,
                References.committed(),
                threads);
    }

    /**
     * The coefficients that a solver under test reads: see {@link EquationSource#coefficients}. No
     * check calls {@link Oscillator#coefficients} for a solver.
     */
    public Coefficients coefficients(
            Oscillator oscillator, double voltage, EquationForm form, boolean selfTorque) {
        return equation.coefficients(oscillator, voltage, form, selfTorque);
    }

    /**
     * A solver under test.
     *
     * @throws NoSuchElementException if none has this id
     */
    public Subject subject(String id) {
        return subjects.stream()
                .filter(subject -> subject.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no solver " + id));
    }

    /** The same laboratory with other solvers in place of its own. */
    public Laboratory withSubjects(UnaryOperator<Subject> change) {
        return new Laboratory(
                subjects.stream().map(change).toList(), equation, references, threads);
    }

    /** The same laboratory with other coefficients for its solvers. */
    public Laboratory withCoefficients(UnaryOperator<Coefficients> change) {
        return new Laboratory(
                subjects,
                (oscillator, voltage, form, selfTorque) ->
                        change.apply(equation.coefficients(oscillator, voltage, form, selfTorque)),
                references,
                threads);
    }

    /** The same laboratory with other references. */
    public Laboratory withReferences(UnaryOperator<References> change) {
        return new Laboratory(subjects, equation, change.apply(references), threads);
    }
}
