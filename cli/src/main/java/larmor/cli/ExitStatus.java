package larmor.cli;

import larmor.sweep.SweepTally;

/** What the command's exit status means. */
final class ExitStatus {

    static final int DONE = 0;
    static final int CHECK_FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int RUN_FAILED = 3;
    static final int NOTHING_MEASURED = 4;

    /** What a shell says of a process that SIGPIPE (13) has ended: 128 more. */
    static final int READER_GONE = 128 + 13;

    private ExitStatus() {}

    /** Of the runs of a sweep. */
    static int of(SweepTally tally) {
        return tally.failed() == 0 ? DONE : RUN_FAILED;
    }
}
