/**
 * What runs inside the measured JVM. The class here, {@link larmor.bench.gate.probe.LaunchProbe},
 * is copied in front of the class path of either jar, so that both are watched by the same code,
 * whatever they hold.
 *
 * <p>Depends on the JDK and on JMH's interface of profilers, and may depend on nothing else: no
 * other class is copied along. {@code larmor.bench.gate} is the only package that may depend on it.
 */
@NullMarked
package larmor.bench.gate.probe;

import org.jspecify.annotations.NullMarked;
