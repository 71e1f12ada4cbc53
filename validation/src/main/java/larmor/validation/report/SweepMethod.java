package larmor.validation.report;

import larmor.model.Magnetization;
import larmor.sweep.InitialState;
import larmor.sweep.Sweep;
import larmor.sweep.SweepProtocol;
import larmor.validation.page.Numeral;
import larmor.validation.page.Paragraph;

/** How the points of a sweep were computed, in words. */
final class SweepMethod {

    private static final int DIGITS = 6;

    private SweepMethod() {}

    static Paragraph of(Sweep sweep) {
        SweepProtocol protocol = sweep.protocol();
        boolean chained = !sweep.plan().directions().isEmpty();
        return new Paragraph(
                "How it was computed: each point is one run of "
                        + sweep.solver().description().id()
                        + start(protocol.initial())
                        + (chained
                                ? " at its first voltage, from the last state of the one before at"
                                        + " the others,"
                                : "")
                        + " to t' = "
                        + (long) protocol.endTime()
                        + ", sampled every "
                        + protocol.sampleInterval()
                        + " over the last "
                        + (long) protocol.window()
                        + ". The uncertainty is the distance from the limit cycle that the equation"
                        + " itself has there, found to 10^{−14} next to the run: it covers what is"
                        + " still changing, what the window resolves and what the step displaces.");
    }

    private static String number(double value) {
        return Numeral.of(value, DIGITS);
    }

    private static String start(InitialState initial) {
        return switch (initial) {
            case InitialState.Fixed(Magnetization m, double _) ->
                    " from m = ("
                            + number(m.x())
                            + ", "
                            + number(m.y())
                            + ", "
                            + number(m.z())
                            + ")";
            case InitialState.RandomTilt(long seed, double tilt) ->
                    " from a direction drawn evenly from the cap of "
                            + tilt
                            + " rad around +ẑ, seed "
                            + seed;
        };
    }
}
