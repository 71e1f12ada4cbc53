package larmor.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import larmor.model.DeviceKey;
import larmor.model.DeviceValue;
import larmor.model.InvalidInput;
import larmor.model.Spelling;
import larmor.sweep.GridAxis;
import picocli.CommandLine.Option;

/** Which further keys of the device a sweep varies. */
final class GridOption {

    private static final String FLAG = "--grid";

    private static final List<String> KEYS =
            Arrays.stream(DeviceKey.values()).map(DeviceKey::id).toList();

    @Option(
            names = FLAG,
            paramLabel = "KEY=LIST",
            description = {
                "Varies a key of the device; repeatable. Such as",
                "magnet.damping=0.01,0.02 or",
                "junction.angular_torque=true,false."
            })
    private List<String> axes = new ArrayList<>();

    /**
     * The keys and their values, in the order given.
     *
     * @throws InvalidInput naming the flag or the key at fault
     */
    List<GridAxis> axes() {
        return axes.stream().map(GridOption::axis).toList();
    }

    private static GridAxis axis(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new InvalidInput(FLAG, "must be KEY=LIST, not " + text);
        }
        String id = text.substring(0, equals).strip();
        DeviceKey key =
                DeviceKey.of(id)
                        .orElseThrow(() ->
                                new InvalidInput(
                                        id,
                                        "is not a single key of a device"
                                                + Spelling.hintOfKey(id, KEYS)));
        String list = text.substring(equals + 1);
        return key.isSwitch()
                ? new GridAxis(key, switches(key, list))
                : GridAxis.of(key, NumberList.parse(id, list));
    }

    private static List<DeviceValue> switches(DeviceKey key, String list) {
        List<DeviceValue> values = new ArrayList<>();
        for (String word : list.split(",", -1)) {
            values.add(
                    new DeviceValue.Switch(
                            switch (word.strip()) {
                                case "true" -> true;
                                case "false" -> false;
                                default ->
                                        throw new InvalidInput(
                                                key.id(),
                                                "must be a list of true and false, not " + list);
                            }));
        }
        return values;
    }
}
