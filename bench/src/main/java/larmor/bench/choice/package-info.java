/**
 * Which solver is the fastest on this machine for an accuracy.
 *
 * <p>A {@link larmor.bench.choice.Question} names a {@link larmor.bench.choice.Quantity}, its
 * accuracy, how many trajectories run at once and to which time. {@link
 * larmor.bench.choice.Chooser} answers it with a {@link larmor.bench.choice.Selection}: each {@link
 * larmor.bench.choice.Candidate} is a {@link larmor.bench.choice.Setting} (a solver with the value
 * of its {@link larmor.bench.choice.Control}) that was timed to the end, its times {@link
 * larmor.bench.choice.RankInterval intervals}; each {@link larmor.bench.choice.WorkPrecision} is
 * what accuracy costs with a method, and why it was {@link larmor.bench.choice.Dropped dropped}.
 * {@link larmor.bench.choice.ChoiceText} has the words, {@link larmor.bench.choice.ChoiceReport}
 * the page and the JSON.
 *
 * <p>{@link larmor.bench.choice.MachineProfile} keeps answers for {@code --solver auto}, which
 * looks one up for a {@link larmor.bench.choice.Use}, on the machine of a {@link
 * larmor.bench.choice.Fingerprint}.
 *
 * <p>The error of a setting is a deterministic number, the same on every machine, and follows the
 * order of the method; only times are noise. So the largest step or tolerance that meets the
 * accuracy is searched for without a clock ({@link larmor.bench.choice.SettingSearch}), and only
 * the few methods that can still win are timed against each other ({@link
 * larmor.bench.choice.Race}).
 *
 * <p>How hard a voltage is varies by orders of magnitude: a trajectory that passes close to the
 * saddle point between in-plane and out-of-plane precession multiplies every error by the inverse
 * of its distance, so that of all voltages a share 1/k is k times as hard as most, without a bound.
 * A largest error would therefore be that of the set of voltages and not of the solver; what is
 * promised is a {@link larmor.bench.choice.Promise quantile}.
 *
 * <p>Depends on {@code larmor.validation} and the modules below, for solvers, references and pages,
 * and on Hipparchus (a distribution). Only {@code larmor.cli} may depend on it. It reads no
 * arguments, prints nothing and knows no place of files.
 */
@NullMarked
package larmor.bench.choice;

import org.jspecify.annotations.NullMarked;
