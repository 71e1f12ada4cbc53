package larmor.bench.choice;

import java.util.Optional;
import larmor.validation.page.Provenance;

/**
 * What times depend on.
 *
 * @param cpu the processor and its number of cores
 * @param jdk the Java runtime
 * @param lanes the width of the vectors
 * @param version of Larmor, with its commit where that is known
 */
public record Fingerprint(String cpu, String jdk, String lanes, String version) {

    /** Of the machine that a page or a table comes from. */
    public static Fingerprint of(Provenance provenance, String version) {
        return new Fingerprint(provenance.cpu(), provenance.jdk(), provenance.lanes(), version);
    }

    /** The first thing in which another differs, in words; empty if there is none. */
    public Optional<String> difference(Fingerprint other) {
        if (!cpu.equals(other.cpu)) {
            return Optional.of("CPU (" + other.cpu + ")");
        }
        if (!jdk.equals(other.jdk)) {
            return Optional.of("JDK (" + other.jdk + ")");
        }
        if (!lanes.equals(other.lanes)) {
            return Optional.of("vector width (" + other.lanes + ")");
        }
        return version.equals(other.version)
                ? Optional.empty()
                : Optional.of("version of Larmor (" + other.version + ")");
    }
}
