/**
 * What Larmor reads from files and writes to them.
 *
 * <p>{@link larmor.file.DeviceFile} reads devices (TOML) by way of {@link larmor.file.InputFile},
 * the text of a small file that the user names. {@link larmor.file.SweepTable}, {@link
 * larmor.file.BranchTable}, {@link larmor.file.SolverTable}, {@link larmor.file.DeviceSummary} and
 * {@link larmor.file.TrajectoryCsv} write results as CSV and JSON, {@link
 * larmor.file.SimulationResult} one run as JSON.
 *
 * <p>{@link larmor.file.OutputFile} puts any of them in place whole or not at all, {@link
 * larmor.file.OutputDirectory} several in one place; {@link larmor.file.AtEnd} tidies up where the
 * process is stopped. {@link larmor.file.SweepFile} is filled chunk by chunk by a sweep that may be
 * interrupted and resumed; {@link larmor.file.ShardMerge} makes one table of the files of its
 * parts. {@link larmor.file.SharedFile} is a small one that several processes change.
 *
 * <p>Doubles are written in the shortest form that reads back to the same bits. NaN and infinity
 * are never written: what does not exist is an empty field in CSV and null in JSON.
 *
 * <p>Depends on {@code larmor.model}, {@code larmor.ode}, {@code larmor.observable}, {@code
 * larmor.sweep}, {@code larmor.orbit} and Jackson, in whose trees checks, report and command give
 * their JSON as well. {@code larmor.validation.report} and the modules above may depend on it; what
 * computes may not.
 */
@NullMarked
package larmor.file;

import org.jspecify.annotations.NullMarked;
