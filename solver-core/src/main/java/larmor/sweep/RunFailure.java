package larmor.sweep;

import larmor.ode.NumericalFailure;

/** Why a run of a sweep has no result. */
public sealed interface RunFailure {

    /** The one word in files. */
    String id();

    /** For people. */
    String message();

    /** Whether the device makes no oscillator, so that it has no units; known from the word. */
    default boolean noOscillator() {
        return id().equals(InvalidDevice.ID);
    }

    /**
     * The solver gave up.
     *
     * @param failure why and where
     */
    record Numerical(NumericalFailure failure) implements RunFailure {
        @Override
        public String id() {
            return failure.kind().id();
        }

        @Override
        public String message() {
            return failure.message();
        }
    }

    /**
     * The keys of the device, each in its range, make no oscillator together.
     *
     * @param message which of them, and why
     */
    record InvalidDevice(String message) implements RunFailure {

        private static final String ID = "invalid-device";

        @Override
        public String id() {
            return ID;
        }
    }

    /**
     * The device does not take this voltage.
     *
     * @param message why
     */
    record InvalidVoltage(String message) implements RunFailure {
        @Override
        public String id() {
            return "invalid-voltage";
        }
    }

    /**
     * The step, the tolerance or the samples are too coarse for this device.
     *
     * @param message which of them, and why
     */
    record TooCoarse(String message) implements RunFailure {
        @Override
        public String id() {
            return "too-coarse";
        }
    }

    /** The run should have started where the one before has ended, and that one failed. */
    record NoStart() implements RunFailure {
        @Override
        public String id() {
            return "no-start";
        }

        @Override
        public String message() {
            return "the run before it failed, so it has no state to start from";
        }
    }

    /**
     * A failure read from a file, which holds its word only.
     *
     * @param id the word
     */
    record Recorded(String id) implements RunFailure {
        @Override
        public String message() {
            return id;
        }
    }
}
