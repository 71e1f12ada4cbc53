/**
 * Whether the uncertainties of a sweep are honest: how many of them cover the true error, and how
 * much wider they are than it.
 *
 * <p>{@link larmor.validation.coverage.CoverageStudy} runs families of sweeps ({@link
 * larmor.validation.coverage.CoverageFamily}) that differ in device, solver, time and window,
 * {@link larmor.validation.coverage.ReferenceState} is the truth they are held against, found in
 * another way than the uncertainties themselves, and {@link larmor.validation.coverage.Coverage} is
 * what comes out, a line of a table. {@link larmor.validation.coverage.UncertaintyChecks} makes
 * checks of it. Tests run them, on a few families always and on all when asked; the table is
 * committed in {@code docs/uncertainty.md}. No command runs them.
 *
 * <p>Depends on {@code larmor.model}, {@code larmor.ode}, {@code larmor.observable}, {@code
 * larmor.sweep}, {@code larmor.validation} and {@code larmor.validation.exact}. Nothing but its
 * tests depends on it.
 */
@NullMarked
package larmor.validation.coverage;

import org.jspecify.annotations.NullMarked;
