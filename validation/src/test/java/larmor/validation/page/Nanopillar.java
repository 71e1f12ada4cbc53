package larmor.validation.page;

import java.nio.file.Path;
import java.util.List;
import larmor.file.DeviceFile;
import larmor.model.Device;

/** The device in SI units that the documentation works with. */
public final class Nanopillar {

    /** Its file. */
    static final Path FILE = Path.of("..", "docs", "examples", "nanopillar.toml");

    /** It. */
    public static final Device DEVICE = DeviceFile.read(FILE, List.of());

    private Nanopillar() {}
}
