/**
 * The reports: what is computed, which checks it goes through, and the page and files made of it.
 * {@link larmor.validation.report.Report} is Fig. 2 of the paper with its checks, {@link
 * larmor.validation.report.BranchReport} the branches of limit cycles, {@link
 * larmor.validation.report.SweepReport} any sweep, {@link
 * larmor.validation.report.ValidationReport} a run of all families of checks ({@link
 * larmor.validation.report.ValidationRun}), which {@link larmor.validation.report.Ladder} lists.
 * {@link larmor.validation.report.ThisRun} is where the numbers come from.
 *
 * <p>It puts together what the packages around it offer: {@code larmor.validation} (the figure and
 * its checks), {@code larmor.validation.numerics} and {@code larmor.validation.physics} (the
 * families), {@code larmor.orbit} (the branches), {@code larmor.validation.exact} (the theory),
 * {@code larmor.validation.page} (the page) and {@code larmor.file} (the tables). It computes
 * nothing of its own and writes no file: the command does, through {@code larmor.file}. {@code
 * bench} and {@code cli} may depend on it.
 */
@NullMarked
package larmor.validation.report;

import org.jspecify.annotations.NullMarked;
