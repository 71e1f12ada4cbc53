package larmor.bench.choice;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import larmor.validation.CertifiedEndStates;
import larmor.validation.Subject;

/**
 * What the choice is worth: the pick against the fastest of all settings on a dense grid, with no
 * use of orders, extrapolation or short timings. {@code bench/choose-evidence.sh} runs it.
 *
 * <p>The truth: for every method of ours the settings of a geometric grid, two hundredths of work
 * apart, are tried from the coarsest on at the hardest voltages until one meets the accuracy; it is
 * confirmed at all voltages; then all of them and the pick are timed by turns.
 */
public final class ExhaustiveChoice {

    private static final double GRID = 1.02;
    private static final int ROUNDS = 25;
    private static final int UNSEEN = 4000;
    private static final double SAMPLE = 0.15;
    private static final double MICROSECONDS = 1e6;

    /** Slower ones in a first look at the times are not confirmed: that would take minutes. */
    private static final double HOPELESS = 2;

    /** Nothing is left out of what is timed. */
    private static final int WHOLE_BATCH = 1 << 16;

    private ExhaustiveChoice() {}

    /** Accuracy, batch, threads. */
    public static void main(String[] args) {
        PrintStream out = System.out;
        double accuracy = Double.parseDouble(args[0]);
        int batch = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        Question question =
                new Question(
                        Quantity.END_STATE, accuracy, batch, CertifiedEndStates.END_TIME, threads);
        Selection selection = Chooser.choose(question, Duration.ofSeconds(60), _ -> {});
        Candidate pick = selection.fastest();
        out.printf(
                "accuracy %.0e batch %d: pick %s, threads %d, %.2f us, error %.1e; %.0f s%n",
                accuracy,
                batch,
                pick.setting().typed(),
                pick.threads(),
                pick.time().median() * MICROSECONDS,
                pick.promise().error(),
                selection.seconds());
        promise(question, pick, out);
        truth(question, pick, out);
    }

    private static void promise(Question question, Candidate pick, PrintStream out) {
        SplittableRandom random = new SplittableRandom(20260);
        double[] voltages = new double[UNSEEN];
        Arrays.setAll(
                voltages,
                _ -> random.nextDouble(Question.LOWEST_VOLTAGE, Question.HIGHEST_VOLTAGE));
        Trial trial =
                Method.of(pick.setting().solver(), pick.setting().control())
                        .with(pick.setting().value());
        Errors unseen = new ReferenceRuns(question, voltages).atAllVoltages(trial);
        double[] certified =
                CertifiedEndStates.rows().stream()
                        .mapToDouble(CertifiedEndStates.Row::voltage)
                        .toArray();
        Errors table = new ReferenceRuns(question, certified).atAllVoltages(trial);
        int above = unseen.above(question.accuracy());
        out.printf(
                "  promise %s: above it %d of %d unseen voltages, %d of 64 certified (largest"
                        + " %.1e)%n",
                above <= UNSEEN / pick.promise().oneIn() ? "holds" : "BROKEN",
                above,
                UNSEEN,
                table.above(question.accuracy()),
                table.largest());
    }

    private static void truth(Question question, Candidate pick, PrintStream out) {
        ReferenceRuns runs = new ReferenceRuns(question);
        double accuracy = question.accuracy() / Chooser.SAFETY;
        List<Contender> contenders = new ArrayList<>();
        contenders.add(
                new Contender(
                        question,
                        Method.of(pick.setting().solver(), pick.setting().control()),
                        pick.setting().value(),
                        pick.threads(),
                        WHOLE_BATCH));
        double best = expected(contenders.getFirst());
        for (Method method : Method.all()) {
            if (method.subject().kind() == Subject.Kind.HIPPARCHUS) {
                continue;
            }
            double value = coarsest(runs, method, accuracy);
            if (value == 0) {
                out.printf("  %s: nothing suffices%n", method.label());
                continue;
            }
            Contender contender =
                    new Contender(question, method, value, question.threads(), WHOLE_BATCH);
            double time = expected(contender);
            if (time < HOPELESS * best) {
                while (runs.promise(method.with(value)).error() > accuracy) {
                    value /= 1 + (GRID - 1) / 4;
                }
                contenders.add(new Contender(question, method, value, 1, WHOLE_BATCH));
                if (question.threads() > 1) {
                    contenders.add(
                            new Contender(
                                    question, method, value, question.threads(), WHOLE_BATCH));
                }
            } else {
                out.printf("  %s %.3g: %.1f times the pick%n", method.label(), value, time / best);
            }
        }
        for (Contender contender : contenders) {
            ShortTiming _ = contender.warmUp(SAMPLE);
            contender.scaleToFullTime();
        }
        double[][] seconds = new double[contenders.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                int next = (i + round) % contenders.size();
                seconds[next][round] = contenders.get(next).sample();
            }
        }
        int fastest = 0;
        for (int i = 0; i < contenders.size(); i++) {
            RankInterval time = RankInterval.of(seconds[i]).times(MICROSECONDS);
            out.printf(
                    "  %s %.4g, threads %d: %.2f us [%.2f, %.2f]%s%n",
                    contenders.get(i).method().label(),
                    contenders.get(i).value(),
                    contenders.get(i).threads(),
                    time.median(),
                    time.low(),
                    time.high(),
                    i == 0 ? ", the pick" : "");
            fastest =
                    time.median() < MICROSECONDS * RankInterval.of(seconds[fastest]).median()
                            ? i
                            : fastest;
        }
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = seconds[0][round] / seconds[fastest][round];
        }
        RankInterval ratio = RankInterval.of(ratios);
        out.printf(
                "  pick over the true fastest: %.3f [%.3f, %.3f]%n",
                ratio.median(), ratio.low(), ratio.high());
    }

    private static double expected(Contender contender) {
        return contender.warmUp(SAMPLE).best() * contender.evaluations();
    }

    /** The coarsest setting of the grid that meets the accuracy; 0 if none does. */
    private static double coarsest(ReferenceRuns runs, Method method, double accuracy) {
        double ratio = StrictMath.pow(GRID, 1 / method.workExponent());
        double least = method.control() == Control.STEP ? 5e-4 : 1e-16;
        for (double value = method.within(1); value >= least; value /= ratio) {
            if (runs.atHardVoltages(method.with(value)).allBut(runs.allowed()) <= accuracy) {
                return value;
            }
        }
        return 0;
    }
}
