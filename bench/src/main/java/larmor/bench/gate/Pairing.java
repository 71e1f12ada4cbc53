package larmor.bench.gate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import larmor.model.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The benchmarks that two jars share.
 *
 * @param base the jar compared with
 * @param candidate the jar judged
 * @param shared what is measured, sorted
 * @param added what only the candidate has; it is not measured
 */
public record Pairing(
        BenchmarkJar base,
        BenchmarkJar candidate,
        List<BenchmarkId> shared,
        List<BenchmarkId> added) {

    /** Copies the lists. */
    public Pairing {
        shared = List.copyOf(shared);
        added = List.copyOf(added);
    }

    /**
     * Pairs the benchmarks whose name with parameters contains the pattern.
     *
     * @param include a regular expression; if empty, what the base selects or, if it says nothing,
     *     the candidate
     * @throws InvalidInput if there are none, if the candidate lacks one, also by another mode or
     *     other parameters, or measures it in another unit, or if JMH cannot select one
     */
    public static Pairing of(BenchmarkJar base, BenchmarkJar candidate, Optional<String> include) {
        if (include.filter(String::isBlank).isPresent()) {
            throw new InvalidInput("--include", "must name benchmarks, not be empty");
        }
        Pattern pattern =
                include.isPresent()
                        ? pattern("--include", "must be a regular expression", include.get())
                        : selection(base, candidate);
        List<BenchmarkId> wanted = base.matching(pattern);
        List<BenchmarkId> offered = candidate.matching(pattern);
        if (wanted.isEmpty()) {
            throw new InvalidInput(
                    "--include", "must match a benchmark of " + base.name() + ", not " + pattern);
        }
        for (BenchmarkId id : wanted) {
            if (!offered.contains(id)) {
                throw new InvalidInput(
                        "--candidate",
                        "must have every benchmark of --base and lacks "
                                + id.label()
                                + " in mode "
                                + id.mode());
            }
            requireSameUnit(id, base.benchmarks().get(id), candidate.benchmarks().get(id));
            if (!BenchmarkJar.selectable(id)) {
                throw new InvalidInput(
                        "--include",
                        "must leave out "
                                + id.label()
                                + ": JMH cannot select a value with a comma");
            }
        }
        return new Pairing(
                base,
                candidate,
                wanted,
                offered.stream().filter(id -> !wanted.contains(id)).toList());
    }

    /** Times in different units would be compared by their numbers. */
    static void requireSameUnit(BenchmarkId id, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            throw new InvalidInput(
                    "--candidate",
                    "must measure in the units of --base, but has "
                            + after
                            + " for "
                            + before
                            + " of "
                            + id.label());
        }
    }

    /** The same work by more threads is not the same work. */
    static void requireSameThreads(BenchmarkId id, int before, int after) {
        if (before != after) {
            throw new InvalidInput(
                    "--candidate",
                    "must run as many threads as --base, but has "
                            + after
                            + " for "
                            + before
                            + " of "
                            + id.label());
        }
    }

    private static Pattern selection(BenchmarkJar base, BenchmarkJar candidate) {
        boolean silent = base.selection().isEmpty();
        return pattern(
                silent ? "--candidate" : "--base",
                "must hold a regular expression in " + BenchmarkJar.SELECTION,
                silent ? candidate.selection() : base.selection());
    }

    private static Pattern pattern(String flag, String rule, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new InvalidInput(flag, rule + ": " + e.getDescription());
        }
    }

    /** Whether both jars are the same file, so that every difference is noise. */
    public boolean sameJar() {
        return base.digest().equals(candidate.digest());
    }

    /** The jar of a side. */
    BenchmarkJar jar(Side side) {
        return side == Side.BASE ? base : candidate;
    }
}
