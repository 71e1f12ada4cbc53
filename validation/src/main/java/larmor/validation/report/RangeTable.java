package larmor.validation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import larmor.orbit.BranchDiagram;
import larmor.validation.OscillationRange;
import larmor.validation.RangeEnd;
import larmor.validation.SimulatedRange;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.page.FigureUnits;
import larmor.validation.page.Numeral;
import larmor.validation.page.Table;

/** Ranges of auto-oscillation side by side. */
final class RangeTable {

    static final String UNKNOWN = "–";

    private static final String BETWEEN = " … ";

    static final String BRANCHES = "branches";

    private static final String THEORY = "theory";

    private static final int VOLTAGE_DIGITS = 6;

    /**
     * What the branches or the theory say of a setting of the self-induced torque.
     *
     * @param selfTorque whether it acts
     * @param name of the source
     * @param range what it says
     */
    record Source(boolean selfTorque, String name, OscillationRange range) {}

    private final FigureUnits units;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param units of the figures beside it
     */
    RangeTable(FigureUnits units) {
        this.units = units;
    }

    /** What the branches of a diagram say, and the theory if it covers the device. */
    static List<Source> sources(BranchDiagram diagram) {
        boolean selfTorque = diagram.driven().selfTorque();
        List<Source> sources = new ArrayList<>();
        sources.add(new Source(selfTorque, BRANCHES, OscillationRange.of(diagram)));
        OrbitAveragedTheory.ifCovered(diagram.driven().oscillator(), selfTorque)
                .map(theory -> new Source(selfTorque, THEORY, OscillationRange.of(theory)))
                .ifPresent(sources::add);
        return sources;
    }

    static String torque(boolean selfTorque) {
        return selfTorque ? "with" : "without";
    }

    void add(Source source) {
        add(
                source.selfTorque(),
                source.name(),
                end -> {
                    OptionalDouble voltage = end.in(source.range());
                    return voltage.isPresent()
                            ? printed(voltage.getAsDouble()) + millivolts(voltage.getAsDouble())
                            : UNKNOWN;
                });
    }

    void add(boolean selfTorque, String name, SimulatedRange range) {
        add(
                selfTorque,
                name,
                end -> {
                    SimulatedRange.Bracket bracket = range.ends().get(end);
                    return bracket == null
                            ? UNKNOWN
                            : voltage(bracket.below())
                                    + BETWEEN
                                    + voltage(bracket.above())
                                    + millivolts(bracket.below(), bracket.above());
                });
    }

    private void add(boolean selfTorque, String name, Function<RangeEnd, String> reading) {
        List<String> row = new ArrayList<>(List.of(torque(selfTorque) + ", " + name));
        for (RangeEnd end : RangeEnd.values()) {
            row.add(reading.apply(end));
        }
        rows.add(row);
    }

    Table table(String caption) {
        List<String> columns = new ArrayList<>(List.of("V/V_c"));
        for (RangeEnd end : RangeEnd.values()) {
            columns.add(end.meaning());
        }
        return new Table(caption, columns, rows);
    }

    /** Beside the voltages in V_c; empty where the figures are in V_c too. */
    private String millivolts(double... voltages) {
        return units.si()
                ? Arrays.stream(voltages)
                        .mapToObj(voltage -> voltage(voltage * units.voltage()))
                        .collect(Collectors.joining(BETWEEN, " (", " mV)"))
                : "";
    }

    private static String voltage(double voltage) {
        return Numeral.of(voltage, VOLTAGE_DIGITS);
    }

    static String printed(double value) {
        return String.format(Locale.ROOT, "%.8f", value);
    }
}
