/**
 * What Larmor reads from files and writes to them.
 *
 * <p>{@link larmor.file.DeviceFile} reads devices (TOML). {@link larmor.file.SweepTable} and {@link
 * larmor.file.TrajectoryCsv} write results as CSV and JSON, {@link larmor.file.SimulationResult}
 * one run as JSON. {@link larmor.file.OutputFile} puts any of them in place whole or not at all.
 *
 * <p>Doubles are written in the shortest form that reads back to the same bits. NaN and infinity
 * are never written: what does not exist is an empty field in CSV and null in JSON.
 *
 * <p>Depends on {@code larmor.model}, {@code larmor.ode}, {@code larmor.observable} and {@code
 * larmor.sweep}; Jackson stays behind these classes.
 */
@NullMarked
package larmor.file;

import org.jspecify.annotations.NullMarked;
