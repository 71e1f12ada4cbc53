package larmor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.file.DeviceFile;
import larmor.model.Device;
import larmor.model.InvalidInput;
import picocli.CommandLine.Option;

/** Which device. */
final class DeviceOptions {

    @Option(
            names = "--device",
            paramLabel = "FILE",
            description = "A device in TOML; the paper's where there is none.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a key of the device, such as magnet.field=0.5; repeatable.")
    private List<String> settings = new ArrayList<>();

    /**
     * The device.
     *
     * @throws InvalidInput naming the key at fault
     */
    Device device() {
        return file.isPresent()
                ? DeviceFile.read(file.get(), settings)
                : DeviceFile.paper(settings);
    }
}
