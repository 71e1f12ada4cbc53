package larmor.sweep;

import larmor.model.InvalidInput;

/**
 * One of several equal parts of a plan, to be run by itself. Parts follow one another in the order
 * of the plan and differ in length by at most one chain; which points belong to a part depends on
 * nothing but the plan and these two numbers.
 *
 * @param number from 1 to the count
 * @param count how many parts, at least 1
 */
public record Shard(int number, int count) {

    /** The whole plan. */
    public static final Shard WHOLE = new Shard(1, 1);

    /** So that a product with the number of points is a long. */
    private static final int MOST_SHARDS = 1_000_000;

    /**
     * @throws InvalidInput if the numbers are out of range
     */
    public Shard {
        if (count < 1 || count > MOST_SHARDS || number < 1 || number > count) {
            throw new InvalidInput(
                    "--shard",
                    "must be k/n with n from 1 to "
                            + MOST_SHARDS
                            + " and k from 1 to n, not "
                            + number
                            + "/"
                            + count);
        }
    }

    /** The index of the first point. */
    public long first(SweepPlan plan) {
        return boundary(plan, number - 1);
    }

    /** The index behind the last point. */
    public long end(SweepPlan plan) {
        return boundary(plan, number);
    }

    private long boundary(SweepPlan plan, int shards) {
        return plan.chains() * shards / count * plan.chainLength();
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
