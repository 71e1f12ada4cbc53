package larmor.cli;

import larmor.bench.choice.Fingerprint;

/** The machine that runs the tests, for those that make a machine profile of it. */
public final class ThisMachine {

    private ThisMachine() {}

    /** What a profile has to be of to be one of this machine and of this version of Larmor. */
    public static Fingerprint fingerprint() {
        return ProfileOption.here();
    }
}
