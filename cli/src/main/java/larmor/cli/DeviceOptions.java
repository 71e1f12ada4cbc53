package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.file.DeviceFile;
import larmor.file.OutputFile;
import larmor.model.Device;
import larmor.model.InvalidInput;
import picocli.CommandLine.Option;

/** Which device. */
final class DeviceOptions {

    @Option(
            names = DeviceFile.FLAG,
            paramLabel = "FILE",
            description = "A device in TOML; the paper's where there is none.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a key of the device, such as magnet.field=0.5; repeatable.")
    private List<String> settings = new ArrayList<>();

    /**
     * Looks at whether a result would replace the device.
     *
     * @param flag that of the result
     * @throws InvalidInput naming the flag if it would
     */
    void requireKept(String flag, Optional<OutputFile> out) throws IOException {
        if (file.isPresent() && out.isPresent()) {
            out.get().requireOther(flag, file.get());
        }
    }

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
