package larmor.bench.choice;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a question.
 *
 * @param question what was asked
 * @param candidates those that were timed to the end, the fastest first, at least one
 * @param methods what accuracy costs with every method
 * @param referenceUncertainty what the reference itself errs by, as a promise
 * @param seconds what the answer took
 */
public record Selection(
        Question question,
        List<Candidate> candidates,
        List<WorkPrecision> methods,
        double referenceUncertainty,
        double seconds) {

    /** Copies the lists. */
    public Selection {
        candidates = List.copyOf(candidates);
        methods = List.copyOf(methods);
    }

    /** The fastest. */
    public Candidate fastest() {
        return candidates.getFirst();
    }

    /**
     * The fastest with another solver or setting; empty if no other that was tried meets the
     * accuracy.
     */
    public Optional<Candidate> runnerUp() {
        return candidates.stream()
                .filter(candidate -> !candidate.setting().equals(fastest().setting()))
                .findFirst();
    }

    /** How many methods were not tried: one of them may be faster than the fastest here. */
    public long notTried() {
        return methods.stream()
                .filter(method ->
                        method.dropped().filter(Dropped.NotTried.class::isInstance).isPresent())
                .count();
    }
}
