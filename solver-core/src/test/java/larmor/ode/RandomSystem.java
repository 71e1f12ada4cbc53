package larmor.ode;

import java.util.SplittableRandom;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.Units;

/** Random devices and directions. */
final class RandomSystem {

    private RandomSystem() {}

    /** A unit vector, uniform on the sphere. */
    static double[] direction(SplittableRandom random) {
        double z = random.nextDouble(-1, 1);
        double azimuth = random.nextDouble(2 * Math.PI);
        double sine = Math.sqrt(1 - z * z);
        return new double[] {sine * StrictMath.cos(azimuth), sine * StrictMath.sin(azimuth), z};
    }

    /** A device with every parameter at random. */
    static Oscillator oscillator(SplittableRandom random) {
        while (true) {
            Device device =
                    new Device(
                            new Junction(
                                    random.nextDouble(),
                                    random.nextDouble(),
                                    random.nextDouble(0.01, 1),
                                    random.nextDouble(0.1, 1),
                                    random.nextBoolean(),
                                    random.nextBoolean()),
                            new Magnet(
                                    new Damping.Total(random.nextDouble(0.001, 0.5)),
                                    random.nextDouble(-0.5, 2),
                                    new Anisotropy(
                                            random.nextDouble(-1, 1),
                                            random.nextDouble(-1, 1),
                                            random.nextDouble(-1, 1))),
                            new Units.Dimensionless(random.nextDouble(0.1, 2)));
            try {
                return Oscillator.of(device);
            } catch (InvalidInput _) {
                // Not a device: its parallel state is unstable or its damping negative. Draw again.
            }
        }
    }
}
