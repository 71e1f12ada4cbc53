package larmor.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import larmor.model.DeviceValue;
import larmor.model.Units;
import larmor.observable.Regime;
import larmor.sweep.RunFailure;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepPoint;
import larmor.sweep.SweepRow;

/**
 * The rows of a sweep for people, within 80 columns where no further keys vary: volts and GHz for a
 * device in SI units, field and torque only where they vary.
 */
final class SweepText {

    private final SweepPlan plan;
    private final boolean si;
    private final boolean fieldsVary;
    private final boolean torquesVary;

    private SweepText(SweepPlan plan) {
        this.plan = plan;
        si = plan.device().units() instanceof Units.Si;
        fieldsVary = plan.fields().size() > 1;
        torquesVary = plan.selfTorques().size() > 1;
    }

    static String of(List<SweepRow> rows, SweepPlan plan) {
        SweepText text = new SweepText(plan);
        TextColumns columns = new TextColumns();
        columns.add(text.head());
        rows.forEach(row -> columns.add(text.words(row)));
        return columns.text();
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        if (si) {
            head.add("V");
        }
        head.add("V/V_c");
        if (fieldsVary) {
            head.add("field");
        }
        plan.grid().forEach(axis -> head.add(withoutTable(axis.key().id())));
        if (torquesVary) {
            head.add("torque");
        }
        if (!plan.directions().isEmpty()) {
            head.add("way");
        }
        if (plan.ensemble().isPresent()) {
            head.add("member");
        }
        head.add(si ? "GHz" : "w/w_0");
        head.addAll(List.of("+-", "power", "+-", "regime", "settled"));
        return head;
    }

    private static String withoutTable(String key) {
        return key.substring(key.indexOf('.') + 1);
    }

    private List<String> words(SweepRow row) {
        SweepPoint point = row.point();
        List<String> words = new ArrayList<>();
        if (si) {
            words.add(OptionalText.of(row.volts(), SweepText::general));
        }
        words.add(general(row.voltage()));
        if (fieldsVary) {
            words.add(general(row.field()));
        }
        plan.grid().forEach(axis -> words.add(word(axis.key().get(point.device()).orElseThrow())));
        if (torquesVary) {
            words.add(row.selfTorque() ? "on" : "off");
        }
        point.direction().ifPresent(direction -> words.add(direction.id()));
        point.member().ifPresent(member -> words.add(Integer.toString(member)));
        if (si) {
            words.add(OptionalText.gigahertz(row.hertz(), SweepText::decimals));
            words.add(OptionalText.gigahertz(row.hertzUncertainty(), SweepText::magnitude));
        } else {
            words.add(OptionalText.of(row.frequency(), SweepText::decimals));
            words.add(OptionalText.of(row.frequencyUncertainty(), SweepText::magnitude));
        }
        words.add(OptionalText.of(row.power(), SweepText::decimals));
        words.add(OptionalText.of(row.powerUncertainty(), SweepText::magnitude));
        words.add(row.regime().map(Regime::id).orElse(OptionalText.NONE));
        words.add(row.failure().map(RunFailure::id).orElse(row.settled() ? "yes" : "no"));
        return words;
    }

    private static String word(DeviceValue value) {
        return switch (value) {
            case DeviceValue.Quantity quantity -> general(quantity.value());
            case DeviceValue.Switch choice -> choice.text();
        };
    }

    private static String general(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /** To one digit, upwards: an uncertainty is no smaller than it looks. */
    private static String magnitude(double value) {
        return String.format(
                Locale.ROOT,
                "%.0e",
                new BigDecimal(value).round(new MathContext(1, RoundingMode.UP)));
    }
}
