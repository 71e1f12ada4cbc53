package larmor.validation.page;

import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.List;
import larmor.file.DeviceFile;
import larmor.model.Device;
import org.assertj.core.data.Percentage;

/** The device in SI units that the documentation works with. */
public final class Nanopillar {

    /** Its file. */
    static final Path FILE = Path.of("..", "docs", "examples", "nanopillar.toml");

    /** It. */
    public static final Device DEVICE = DeviceFile.read(FILE, List.of());

    /**
     * Its critical voltage in mV and its FMR frequency in GHz, worked out in docs/conventions.md.
     */
    static final double MILLIVOLTS = 119.39;

    static final double GIGAHERTZ = 19.292;

    /** Both are given to five digits there. */
    static final Percentage FIVE_DIGITS = withPercentage(0.01);

    /** How figures name both. */
    static final String NOTE = "V_c = 119.385 mV, ω₀/2π = 19.2924 GHz.";

    private Nanopillar() {}
}
