/**
 * Measurements of speed. Each benchmark checks its answers before it is timed, so that no time
 * stands for a wrong one, and shows them in an {@link larmor.bench.Answer}, so that {@code
 * larmor.bench.gate} can hold them against those of another version.
 *
 * <p>Depends on every module but {@code larmor.cli}, which is the only one that may depend on it.
 */
@NullMarked
package larmor.bench;

import org.jspecify.annotations.NullMarked;
