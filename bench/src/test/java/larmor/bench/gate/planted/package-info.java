/**
 * Benchmarks with known differences, to try the gate on. Tests pack this package, by itself, into
 * jars that differ in a file of properties; nothing of it is in a jar that is shipped. Depends on
 * JMH and the JDK only.
 */
@NullMarked
package larmor.bench.gate.planted;

import org.jspecify.annotations.NullMarked;
