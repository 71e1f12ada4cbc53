package larmor.validation.page;

import java.nio.file.Path;
import java.util.List;
import larmor.file.DeviceFile;
import larmor.model.Device;

/** The device in SI units that the documentation works with. */
public final class Nanopillar {

    /** It. */
    public static final Device DEVICE =
            DeviceFile.read(Path.of("..", "docs", "examples", "nanopillar.toml"), List.of());

    private Nanopillar() {}
}
