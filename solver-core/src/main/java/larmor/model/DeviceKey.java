package larmor.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The numbers and switches of a device by the names under which files and flags know them. The
 * diagonal of the anisotropy tensor has a key for each of its three components.
 */
public enum DeviceKey {
    /** g_l^P. */
    G_PARALLEL("junction.g_parallel", Usual.BARRIER),
    /** g_l^AP. */
    G_ANTIPARALLEL("junction.g_antiparallel", Usual.BARRIER),
    /** g_r. */
    G_RIGHT("junction.g_right", Usual.CONTACT),
    /** P of the nanomagnet. */
    POLARIZATION("junction.polarization"),
    /** Whether α depends on the angle. */
    ANGULAR_DAMPING("junction.angular_damping"),
    /** Whether the conductance under σ and β depends on the angle. */
    ANGULAR_TORQUE("junction.angular_torque"),
    /** α(0); stands instead of {@link #INTRINSIC_DAMPING}. */
    DAMPING("magnet.damping"),
    /** α₀; stands instead of {@link #DAMPING}. */
    INTRINSIC_DAMPING("magnet.intrinsic_damping"),
    /** κ, for a device without SI units. */
    SPIN_RATIO("magnet.spin_ratio"),
    /** The applied field along ẑ. */
    FIELD("magnet.field", Usual.FIELD),
    /** N_x. */
    ANISOTROPY_X("magnet.anisotropy[0]"),
    /** N_y. */
    ANISOTROPY_Y("magnet.anisotropy[1]"),
    /** N_z. */
    ANISOTROPY_Z("magnet.anisotropy[2]"),
    /** M_s, for a device in SI units. */
    SATURATION_MAGNETIZATION("si.saturation_magnetization", Usual.MAGNETIZATION),
    /** 𝒱, for a device in SI units. */
    VOLUME("si.volume", Usual.VOLUME),
    /** γ, for a device in SI units. */
    GYROMAGNETIC_RATIO("si.gyromagnetic_ratio", Usual.GYROMAGNETIC_RATIO);

    /**
     * The values that a key has in SI units: wide enough for the devices that are made, so that a
     * number in another unit falls outside.
     */
    private enum Usual {
        /** What has no unit, or is no number. */
        ANY(0, Double.POSITIVE_INFINITY, ""),
        /** Of a tunnel barrier, from 1 GΩ to 1 Ω: a resistance in ohms is outside. */
        BARRIER(1e-9, 1, "S"),
        /** The same where there may be metal without a barrier, down to 10 mΩ. */
        CONTACT(1e-9, 100, "S"),
        /** In oersteds and milliteslas it is hundreds. */
        FIELD(0, 10, "T"),
        /** In emu/cm³ it is at most 2000, in gauss at most 24500. */
        MAGNETIZATION(3e4, 3e6, "A/m"),
        /** From (1 nm)³ on; in nm³ and µm³ it is far larger, in cm³ a millionfold. */
        VOLUME(1e-27, 1e-19, "m^3"),
        /** 1.76e11 where g is 2; γ/2π is 2.8e10 Hz/T then. */
        GYROMAGNETIC_RATIO(5e10, 5e11, "rad/(s T)");

        private final double least;
        private final double most;
        private final String unit;

        /**
         * @param least magnitude; 0 is no slip of a unit
         * @param most magnitude
         * @param unit of both
         */
        Usual(double least, double most, String unit) {
            this.least = least;
            this.most = most;
            this.unit = unit;
        }

        boolean holds(double value) {
            double magnitude = Math.abs(value);
            return magnitude == 0 || (magnitude >= least && magnitude <= most);
        }
    }

    private final String id;
    private final Usual usual;

    DeviceKey(String id) {
        this(id, Usual.ANY);
    }

    DeviceKey(String id, Usual usual) {
        this.id = id;
        this.usual = usual;
    }

    /** The name in files, such as {@code magnet.field}. */
    public String id() {
        return id;
    }

    /** The key of a name; empty if there is none. */
    public static Optional<DeviceKey> of(String id) {
        return Arrays.stream(values()).filter(key -> key.id.equals(id)).findFirst();
    }

    /** Whether its values are true and false; else they are numbers. */
    public boolean isSwitch() {
        return this == ANGULAR_DAMPING || this == ANGULAR_TORQUE;
    }

    /** Whether it is a key of SI units. */
    public boolean isSi() {
        return this == SATURATION_MAGNETIZATION || this == VOLUME || this == GYROMAGNETIC_RATIO;
    }

    /** The key that says the same thing in another way. */
    public Optional<DeviceKey> alternative() {
        return switch (this) {
            case DAMPING -> Optional.of(INTRINSIC_DAMPING);
            case INTRINSIC_DAMPING -> Optional.of(DAMPING);
            default -> Optional.empty();
        };
    }

    /**
     * A device with another value of this key.
     *
     * @throws InvalidInput naming the key if the value is of the wrong kind or outside its range,
     *     or if the key does not go with the units of the device
     */
    public Device set(Device device, DeviceValue value) {
        Junction junction = device.junction();
        Magnet magnet = device.magnet();
        Anisotropy n = magnet.anisotropy();
        return switch (this) {
            case G_PARALLEL ->
                    device.with(
                            new Junction(
                                    number(value),
                                    junction.gAntiparallel(),
                                    junction.gRight(),
                                    junction.polarization(),
                                    junction.angularDamping(),
                                    junction.angularTorque()));
            case G_ANTIPARALLEL ->
                    device.with(
                            new Junction(
                                    junction.gParallel(),
                                    number(value),
                                    junction.gRight(),
                                    junction.polarization(),
                                    junction.angularDamping(),
                                    junction.angularTorque()));
            case G_RIGHT ->
                    device.with(
                            new Junction(
                                    junction.gParallel(),
                                    junction.gAntiparallel(),
                                    number(value),
                                    junction.polarization(),
                                    junction.angularDamping(),
                                    junction.angularTorque()));
            case POLARIZATION ->
                    device.with(
                            new Junction(
                                    junction.gParallel(),
                                    junction.gAntiparallel(),
                                    junction.gRight(),
                                    number(value),
                                    junction.angularDamping(),
                                    junction.angularTorque()));
            case ANGULAR_DAMPING ->
                    device.with(
                            new Junction(
                                    junction.gParallel(),
                                    junction.gAntiparallel(),
                                    junction.gRight(),
                                    junction.polarization(),
                                    isOn(value),
                                    junction.angularTorque()));
            case ANGULAR_TORQUE ->
                    device.with(
                            new Junction(
                                    junction.gParallel(),
                                    junction.gAntiparallel(),
                                    junction.gRight(),
                                    junction.polarization(),
                                    junction.angularDamping(),
                                    isOn(value)));
            case DAMPING ->
                    device.with(new Magnet(new Damping.Total(number(value)), magnet.field(), n));
            case INTRINSIC_DAMPING ->
                    device.with(
                            new Magnet(new Damping.Intrinsic(number(value)), magnet.field(), n));
            case FIELD -> device.withField(number(value));
            case ANISOTROPY_X ->
                    device.with(magnet.with(new Anisotropy(number(value), n.ny(), n.nz())));
            case ANISOTROPY_Y ->
                    device.with(magnet.with(new Anisotropy(n.nx(), number(value), n.nz())));
            case ANISOTROPY_Z ->
                    device.with(magnet.with(new Anisotropy(n.nx(), n.ny(), number(value))));
            case SPIN_RATIO, SATURATION_MAGNETIZATION, VOLUME, GYROMAGNETIC_RATIO ->
                    device.with(set(device.units(), number(value)));
        };
    }

    private Units set(Units units, double value) {
        return switch (units) {
            case Units.Dimensionless _ -> {
                if (this != SPIN_RATIO) {
                    // Its fields and conductances would silently turn into tesla and siemens.
                    throw new InvalidInput(
                            id, "can be set only for a device file with a table [si], in SI units");
                }
                yield new Units.Dimensionless(value);
            }
            case Units.Si si ->
                    switch (this) {
                        case SATURATION_MAGNETIZATION ->
                                new Units.Si(value, si.volume(), si.gyromagneticRatio());
                        case VOLUME ->
                                new Units.Si(
                                        si.saturationMagnetization(),
                                        value,
                                        si.gyromagneticRatio());
                        case GYROMAGNETIC_RATIO ->
                                new Units.Si(si.saturationMagnetization(), si.volume(), value);
                        default ->
                                throw new InvalidInput(
                                        id, "cannot stand beside [si], from which it is derived");
                    };
        };
    }

    /**
     * The value of this key in a device; empty where the device has none, such as the key of the
     * other way to give the damping.
     */
    public Optional<DeviceValue> get(Device device) {
        Junction junction = device.junction();
        Magnet magnet = device.magnet();
        Units units = device.units();
        return switch (this) {
            case G_PARALLEL -> quantity(junction.gParallel());
            case G_ANTIPARALLEL -> quantity(junction.gAntiparallel());
            case G_RIGHT -> quantity(junction.gRight());
            case POLARIZATION -> quantity(junction.polarization());
            case ANGULAR_DAMPING -> Optional.of(new DeviceValue.Switch(junction.angularDamping()));
            case ANGULAR_TORQUE -> Optional.of(new DeviceValue.Switch(junction.angularTorque()));
            case DAMPING ->
                    magnet.damping() instanceof Damping.Total(double value)
                            ? quantity(value)
                            : Optional.empty();
            case INTRINSIC_DAMPING ->
                    magnet.damping() instanceof Damping.Intrinsic(double value)
                            ? quantity(value)
                            : Optional.empty();
            case SPIN_RATIO ->
                    units instanceof Units.Dimensionless(double value)
                            ? quantity(value)
                            : Optional.empty();
            case FIELD -> quantity(magnet.field());
            case ANISOTROPY_X -> quantity(magnet.anisotropy().nx());
            case ANISOTROPY_Y -> quantity(magnet.anisotropy().ny());
            case ANISOTROPY_Z -> quantity(magnet.anisotropy().nz());
            case SATURATION_MAGNETIZATION ->
                    units instanceof Units.Si si
                            ? quantity(si.saturationMagnetization())
                            : Optional.empty();
            case VOLUME -> units instanceof Units.Si si ? quantity(si.volume()) : Optional.empty();
            case GYROMAGNETIC_RATIO ->
                    units instanceof Units.Si si
                            ? quantity(si.gyromagneticRatio())
                            : Optional.empty();
        };
    }

    /** What to say of a device in SI units whose value may have been meant in another unit. */
    Optional<String> doubt(Device device) {
        if (isSwitch() || !(device.units() instanceof Units.Si)) {
            return Optional.empty();
        }
        return get(device)
                .map(this::number)
                .filter(value -> !usual.holds(value))
                .map(value ->
                        id
                                + " = "
                                + Rounded.of(value)
                                + " "
                                + usual.unit
                                + ": usual is "
                                + Rounded.of(usual.least)
                                + " to "
                                + Rounded.of(usual.most)
                                + "; another unit?");
    }

    private static Optional<DeviceValue> quantity(double value) {
        return Optional.of(new DeviceValue.Quantity(value));
    }

    private double number(DeviceValue value) {
        return switch (value) {
            case DeviceValue.Quantity quantity -> quantity.value();
            case DeviceValue.Switch word ->
                    throw new InvalidInput(id, "must be a number, not " + word.text());
        };
    }

    private boolean isOn(DeviceValue value) {
        return switch (value) {
            case DeviceValue.Switch choice -> choice.on();
            case DeviceValue.Quantity number ->
                    throw new InvalidInput(id, "must be true or false, not " + number.text());
        };
    }
}
