package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepPoint;

/**
 * Which of the quantities that a sweep varies are axes of its figures, and which runs they show.
 */
final class SweepLayout {

    /** Points of a curve. */
    private static final int MOST_POINTS = 200;

    /** Rows and columns of a map. */
    private static final int MOST_CELLS = 80;

    /** Of an ensemble. */
    private static final int MOST_MEMBERS = 10;

    private final SweepPlan plan;
    private final List<SweptKey> swept;
    private final SweptKey abscissa;
    private final Optional<SweptKey> second;

    /** The other swept keys, each at its first value. */
    private final List<SweptKey> held;

    /** Whether the axes and what is held have the values of a point. */
    private final Predicate<SweepPoint> shown;

    SweepLayout(SweepPlan plan) {
        this.plan = plan;
        List<SweptKey> all = SweptKey.of(plan);
        List<SweptKey> varied = all.stream().filter(key -> key.values().size() > 1).toList();
        swept = varied.isEmpty() ? all : varied;
        boolean flat = swept.size() > 1;
        abscissa = swept.getFirst().thinned(flat ? MOST_CELLS : MOST_POINTS);
        second = flat ? Optional.of(swept.get(1).thinned(MOST_CELLS)) : Optional.empty();
        held = swept.stream().skip(2).map(SweptKey::first).toList();
        shown = keys().stream().map(SweptKey::holding).reduce(_ -> true, Predicate::and);
    }

    /** Of the figure of what is observed. */
    static String id(Observed observed) {
        return "sweep-" + observed.name().toLowerCase(Locale.ROOT);
    }

    SweepPlan plan() {
        return plan;
    }

    /** What the figures are against. */
    SweptKey abscissa() {
        return abscissa;
    }

    /** The other side of a map. */
    Optional<SweptKey> second() {
        return second;
    }

    /** The axes, then what is held. */
    List<SweptKey> keys() {
        return Stream.of(List.of(abscissa), second.stream().toList(), held)
                .flatMap(List::stream)
                .toList();
    }

    boolean overVoltageOnly() {
        return swept.size() == 1 && abscissa.isVoltage();
    }

    /** Whether a run has a place in the figures. */
    boolean draws(SweepPoint point) {
        return shown.test(point) && point.member().orElse(1) <= MOST_MEMBERS;
    }

    /** How many values the second quantity has, with those that are not drawn. */
    int valuesOfSecond() {
        return swept.get(1).values().size();
    }

    /** What is not drawn for want of space, and what is held. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<SweptKey> axes = Stream.concat(Stream.of(abscissa), second.stream()).toList();
        for (int i = 0; i < axes.size(); i++) {
            int drawn = axes.get(i).values().size();
            int all = swept.get(i).values().size();
            if (drawn < all) {
                notes.add(
                        drawn
                                + " of "
                                + all
                                + " values of "
                                + axes.get(i).label()
                                + " are drawn; all are in the data.");
            }
        }
        for (SweptKey key : held) {
            notes.add(
                    "At "
                            + key.label()
                            + " = "
                            + SweptKey.printed(key.values().getFirst())
                            + "; the other values are in the data.");
        }
        return notes;
    }

    /** That an ensemble is not drawn whole; empty where it is. */
    Optional<String> noteOnMembers() {
        return plan.ensemble().stream()
                .filter(members -> members > MOST_MEMBERS)
                .mapToObj(members -> MOST_MEMBERS + " of " + members + " members are drawn.")
                .findFirst();
    }
}
