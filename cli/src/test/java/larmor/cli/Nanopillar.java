package larmor.cli;

import java.nio.file.Path;

/** The device in SI units that the documentation works with. */
final class Nanopillar {

    static final Path FILE = Path.of("..", "docs", "examples", "nanopillar.toml");

    private Nanopillar() {}
}
