package larmor.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One comparison of a measured number with a reference.
 *
 * @param claim what is compared
 * @param measured what Larmor gives
 * @param reference what it should be
 * @param error the distance of the two, in the measure that the claim describes; 0 or more, or NaN
 * @param limit the largest error that passes
 */
public record Check(Claim claim, double measured, double reference, double error, Limit limit) {

    /**
     * What a check is about.
     *
     * @param name short and unique, to select the check by, such as {@code fmr-frequency}
     * @param what the claim in a sentence
     * @param formula the formula compared with
     * @param source where the formula stands
     */
    public record Claim(String name, String what, String formula, String source) {
        /**
         * @throws IllegalArgumentException if the name or the sentence is blank
         */
        public Claim {
            if (name.isBlank() || what.isBlank()) {
                throw new IllegalArgumentException("a claim needs a name and a sentence");
            }
        }
    }

    /** What a limit rests on, and so what the share that an error uses of it says. */
    public enum Basis {
        /** On theory: the share is a margin. */
        THEORY("theory"),
        /**
         * On the measured number, which states how far from the reference it is: the share is near
         * 1 by construction, and what the check shows is that both were found right.
         */
        STATED_UNCERTAINTY("stated-uncertainty");

        private final String id;

        Basis(String id) {
            this.id = id;
        }

        /** The name in files. */
        public String id() {
            return id;
        }
    }

    /**
     * The largest error that passes.
     *
     * @param value finite, at least 0; 0 asks for equality
     * @param reason why this value and no other
     * @param basis what it rests on
     */
    public record Limit(double value, String reason, Basis basis) {
        /**
         * @throws IllegalArgumentException if the value is negative or not finite, or the reason is
         *     blank
         */
        public Limit {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a limit is finite and not negative: " + value);
            }
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a limit needs a reason");
            }
        }

        /** A limit from theory. */
        public Limit(double value, String reason) {
            this(value, reason, Basis.THEORY);
        }
    }

    /** The outcome. */
    public enum Verdict {
        /** The error is at most the limit. */
        PASSED("passed"),
        /** The error is beyond the limit, or a number is not finite. */
        FAILED("failed");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        /** The name in files. */
        public String id() {
            return id;
        }
    }

    /**
     * @throws IllegalArgumentException if the error is negative, which no distance is
     */
    public Check {
        if (error < 0) {
            throw new IllegalArgumentException("an error is not negative: " + error);
        }
    }

    /** Compares by |measured − reference|. */
    public static Check absolute(Claim claim, double measured, double reference, Limit limit) {
        return new Check(claim, measured, reference, Math.abs(measured - reference), limit);
    }

    /** Compares by |measured − reference| / |reference|; a reference of 0 fails. */
    public static Check relative(Claim claim, double measured, double reference, Limit limit) {
        double error =
                reference == 0 ? Double.NaN : Math.abs(measured - reference) / Math.abs(reference);
        return new Check(claim, measured, reference, error, limit);
    }

    /**
     * The one that uses most of its limit: how many cases of one claim become one line.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static Check worst(List<Check> cases) {
        return cases.stream().max(Comparator.comparingDouble(Check::limitUsed)).orElseThrow();
    }

    /** Those whose share of their limit is a margin, and not {@link #shareByConstruction}. */
    public static List<Check> withMargin(List<Check> checks) {
        return checks.stream().filter(check -> !check.shareByConstruction()).toList();
    }

    /** The {@link #worst} of those {@link #withMargin}; empty if there is none. */
    public static Optional<Check> nearestToLimit(List<Check> checks) {
        List<Check> telling = withMargin(checks);
        return telling.isEmpty() ? Optional.empty() : Optional.of(worst(telling));
    }

    /** Passed only if all numbers are finite and the error is at most the limit. */
    public Verdict verdict() {
        boolean finite =
                Double.isFinite(measured) && Double.isFinite(reference) && Double.isFinite(error);
        return finite && error <= limit.value() ? Verdict.PASSED : Verdict.FAILED;
    }

    /** Whether the verdict is {@link Verdict#PASSED}. */
    public boolean passed() {
        return verdict() == Verdict.PASSED;
    }

    /**
     * The share of the limit that the error uses: at most 1 where the check passed. Infinite where
     * the error is not finite, or where equality was asked for and missed.
     */
    public double limitUsed() {
        if (!Double.isFinite(error)) {
            return Double.POSITIVE_INFINITY;
        }
        return error == 0 ? 0 : error / limit.value();
    }

    /**
     * Whether the share may be near 1 for no other reason than how the limit is made. Of a check
     * that failed it is not: its error is beyond what the number states of itself.
     */
    public boolean shareByConstruction() {
        return limit.basis() == Basis.STATED_UNCERTAINTY && passed();
    }

    /** One line for people: name, verdict and the numbers. */
    public String message() {
        return claim.name()
                + " "
                + verdict().id()
                + ": measured "
                + measured
                + ", reference "
                + reference
                + ", error "
                + error
                + ", limit "
                + limit.value();
    }

    /** The check as JSON; a number that is not finite becomes {@code null}. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", claim.name());
        json.put("what", claim.what());
        json.put("formula", claim.formula());
        json.put("source", claim.source());
        putFinite(json, "measured", measured);
        putFinite(json, "reference", reference);
        putFinite(json, "error", error);
        json.put("limit", limit.value());
        json.put("limit_reason", limit.reason());
        json.put("limit_basis", limit.basis().id());
        putFinite(json, "limit_used", limitUsed());
        json.put("verdict", verdict().id());
        return json;
    }

    private static void putFinite(ObjectNode json, String key, double value) {
        if (Double.isFinite(value)) {
            json.put(key, value);
        } else {
            json.putNull(key);
        }
    }
}
