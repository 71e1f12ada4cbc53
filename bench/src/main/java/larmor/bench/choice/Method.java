package larmor.bench.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import larmor.ode.ErrorControl;
import larmor.validation.SolverCatalogue;
import larmor.validation.Subject;

/**
 * A solver and which of its settings is varied.
 *
 * @param subject the solver
 * @param control what is varied
 */
record Method(Subject subject, Control control) {

    /** A longer step would not resolve the precession, see {@link larmor.sweep.Sweep}. */
    private static final double LONGEST_STEP = 1.4;

    /** A larger one is no error control. */
    private static final double LARGEST_TOLERANCE = 1e-2;

    /** Where a search begins: about 1e-4 for most. */
    private static final double FIRST_TOLERANCE = 1e-8;

    private static final double FIRST_STEP_OF_ORDER_4 = 0.05;
    private static final double FIRST_STEP = 0.6;

    private static final List<Subject.Kind> BY_SPEED =
            List.of(Subject.Kind.LANES, Subject.Kind.SCALAR, Subject.Kind.HIPPARCHUS);

    /**
     * Every way to set every solver that there is on this machine, the most promising first: in
     * lanes before their scalar twins, and high orders before low ones.
     */
    static List<Method> all() {
        List<Method> methods = new ArrayList<>();
        for (Subject subject : SolverCatalogue.subjectsHere()) {
            if (subject.hasFixedStep()) {
                methods.add(new Method(subject, Control.STEP));
            }
            if (subject.hasErrorControl()) {
                methods.add(new Method(subject, Control.TOLERANCE));
            }
        }
        methods.sort(
                Comparator.<Method>comparingInt(method -> BY_SPEED.indexOf(method.subject.kind()))
                        .thenComparingInt(method -> -method.subject.order()));
        return methods;
    }

    /**
     * The way to set a solver.
     *
     * @throws java.util.NoSuchElementException if there is none on this machine
     */
    static Method of(String solver, Control control) {
        return all().stream()
                .filter(method -> method.solver().equals(solver) && method.control() == control)
                .findFirst()
                .orElseThrow();
    }

    /** Its name in flags. */
    String solver() {
        return subject.solver();
    }

    /** What it is called in a figure. */
    String label() {
        return control.label(solver());
    }

    /** Methods of one curve have the same bits, so the same errors. */
    String curve() {
        return subject.twin() + " " + control.id();
    }

    /** The error goes as this power of the setting. */
    double errorExponent() {
        return control == Control.STEP ? subject.order() : 1;
    }

    /** The work goes as the inverse of this power of the setting. */
    double workExponent() {
        return control == Control.STEP ? 1 : 1.0 / subject.order();
    }

    /** The solver with this setting. */
    Trial with(double value) {
        return control == Control.STEP
                ? Trial.atStep(subject.atStep(value), value)
                : Trial.adaptive(subject.withTolerance(value));
    }

    /** Where a search begins. */
    double first() {
        if (control == Control.TOLERANCE) {
            return FIRST_TOLERANCE;
        }
        return subject.order() <= 4 ? FIRST_STEP_OF_ORDER_4 : FIRST_STEP;
    }

    /** The setting nearest to this one that makes sense. */
    double within(double value) {
        return control == Control.STEP
                ? Math.min(value, LONGEST_STEP)
                : Math.clamp(value, ErrorControl.LEAST_TOLERANCE, LARGEST_TOLERANCE);
    }
}
